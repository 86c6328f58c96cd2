SELECT version, publisher, sample, published_ms, installed_ms, manifest
  FROM pack
 WHERE only_row = 1
