SELECT c.id, f.sha256, f.ord, f.size, f.media_type
  FROM case_file AS f
  JOIN cases AS c ON c.rid = f.case_rid
 ORDER BY c.id, f.sha256
