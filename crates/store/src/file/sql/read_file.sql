SELECT disk_name, key, size FROM file WHERE sha256 = ?1
