SELECT 1 FROM pack_item WHERE kind = :kind AND code = :code AND sha256 = :sha256
