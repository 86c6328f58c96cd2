UPDATE cases SET calls = calls + 1, called_on = :on WHERE rid = :case_rid
