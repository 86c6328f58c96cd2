UPDATE cases SET extensions = extensions + 1 WHERE rid = :case_rid
