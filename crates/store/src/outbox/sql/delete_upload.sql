DELETE FROM upload WHERE case_id = :case_id AND sha256 = :sha256
