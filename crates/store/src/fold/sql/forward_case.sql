UPDATE cases SET state = :state, office = :office WHERE id = :id
