SELECT disk_name FROM file
