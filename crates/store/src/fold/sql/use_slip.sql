UPDATE slip SET case_id = :id WHERE number = :number AND case_id IS NULL
