SELECT b.body
  FROM pack_item AS i
  JOIN pack_blob AS b ON b.sha256 = i.sha256
 WHERE i.kind = 'aliases'
 ORDER BY i.code
