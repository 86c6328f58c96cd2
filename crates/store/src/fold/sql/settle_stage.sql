DELETE FROM case_owed WHERE case_rid = :case_rid AND stage = :stage
