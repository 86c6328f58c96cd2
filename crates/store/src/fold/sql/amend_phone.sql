UPDATE cases SET phone = :phone WHERE rid = :case_rid
