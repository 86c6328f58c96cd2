SELECT s.number FROM slip AS s WHERE s.lot = :lot ORDER BY s.ord
