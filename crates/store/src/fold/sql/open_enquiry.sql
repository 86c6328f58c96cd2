INSERT INTO enquiry (id, arrival, at_ms, text, matter, name, phone, opened_on, asked_first, owner, state)
VALUES (:id, :arrival, :at_ms, :text, :matter, :name, :phone, :opened_on, :asked_first, :asked_first, :state)
    ON CONFLICT (id) DO NOTHING
