INSERT INTO queue_ticket (id, day, line, number, business, priority, booking)
VALUES (:id, :day, :line,
        max(:above, (SELECT coalesce(max(number), 0) FROM queue_ticket WHERE day = :day AND line = :line)) + 1,
        :business, :priority, :booking)
