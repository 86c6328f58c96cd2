SELECT f.case_id, f.number, f.sha256, f.size, f.media_type, u.location, u.sent
  FROM waiting_file AS f
  LEFT JOIN upload AS u ON u.case_id = f.case_id AND u.sha256 = f.sha256
 ORDER BY f.case_rid, f.ord
 LIMIT ?1
