INSERT INTO queue_act (ticket, at_ms, operator, what, reason) VALUES (:ticket, :at_ms, :operator, :what, :reason)
