UPDATE case_owed SET supply_by = :until WHERE case_rid = :case_rid AND supply_by = :was
