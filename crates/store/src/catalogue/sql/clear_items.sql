DELETE FROM pack_item
