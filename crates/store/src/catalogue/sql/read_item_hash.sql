SELECT sha256 FROM pack_item WHERE kind = :kind AND code = :code
