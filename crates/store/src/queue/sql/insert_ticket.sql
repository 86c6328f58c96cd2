INSERT INTO queue_ticket (id, day, line, number, business, priority, booking)
VALUES (:id, :day, :line,
        (SELECT coalesce(max(number), 0) + 1 FROM queue_ticket WHERE day = :day AND line = :line),
        :business, :priority, :booking)
