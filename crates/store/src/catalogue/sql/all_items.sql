SELECT i.kind, i.code, b.body
  FROM pack_item AS i
  JOIN pack_blob AS b ON b.sha256 = i.sha256
 ORDER BY i.kind, i.code
