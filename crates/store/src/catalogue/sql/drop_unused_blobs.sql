DELETE FROM pack_blob
 WHERE NOT EXISTS (SELECT 1 FROM pack_item AS i WHERE i.sha256 = pack_blob.sha256)
   AND NOT EXISTS (SELECT 1 FROM cases AS c WHERE c.matter_sha256 = pack_blob.sha256)
   AND NOT EXISTS (SELECT 1 FROM cases AS c WHERE c.questions_sha256 = pack_blob.sha256)
   AND NOT EXISTS (SELECT 1 FROM draft AS d WHERE pack_blob.sha256 IN (d.matter_sha256, d.questions_sha256))
   -- A draft of a chain names the editions of its matters in its body.
   AND NOT EXISTS (SELECT 1 FROM draft AS d WHERE instr(d.body, lower(hex(pack_blob.sha256))) > 0)
