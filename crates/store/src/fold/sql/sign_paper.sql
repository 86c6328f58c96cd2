DELETE FROM case_unsigned WHERE case_rid = :case_rid AND document = :document
