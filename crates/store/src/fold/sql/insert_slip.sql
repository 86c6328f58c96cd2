INSERT INTO slip (number, own, arrival, ord, lot, printed_on, case_id)
VALUES (:number, :own, :arrival, :ord, :lot, :printed_on,
        (SELECT c.id FROM cases AS c WHERE c.number = :number AND c.slip_entered_on IS NOT NULL))
    ON CONFLICT (number) DO NOTHING
