SELECT sha256 FROM file_receipt WHERE case_id = ?1;
