SELECT version, manifest
  FROM pack_offer
 WHERE only_row = 1
   AND version > coalesce((SELECT version FROM pack WHERE only_row = 1), 0)
