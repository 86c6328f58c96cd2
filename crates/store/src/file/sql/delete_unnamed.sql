DELETE FROM file
 WHERE stored_ms < ?1
   AND NOT EXISTS (SELECT 1 FROM case_file AS f WHERE f.sha256 = file.sha256)
   AND NOT EXISTS (SELECT 1 FROM draft AS d WHERE instr(d.body, lower(hex(file.sha256))) > 0)
RETURNING disk_name
