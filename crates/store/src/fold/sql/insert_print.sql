INSERT INTO print (arrival, case_id, document, number, matter, copy, template, sha256)
VALUES (:arrival, :case_id, :document, :number, :matter, :copy, :template, :sha256)
    ON CONFLICT (arrival) DO NOTHING
