SELECT DISTINCT date(n.at_ms / 1000 + 28800, 'unixepoch') AS day
  FROM json_each(:numbers) AS number
  JOIN notice AS n ON n.id_value = number.value ->> 'number' AND n.id_kind = number.value ->> 'kind'
 WHERE n.matter = :matter
   AND n.arrival < (SELECT c.received_arrival FROM cases AS c WHERE c.id = :id)
   AND n.arrival > (SELECT coalesce(max(before.received_arrival), 0)
                      FROM json_each(:numbers) AS theirs
                      JOIN cases AS before ON before.id_value = theirs.value ->> 'number'
                                          AND before.id_kind = theirs.value ->> 'kind'
                     WHERE before.matter_code = :matter
                       AND before.received_arrival < (SELECT c.received_arrival FROM cases AS c WHERE c.id = :id))
 UNION
-- Whoever fetched the result came for it.
SELECT r.delivered_on AS day
  FROM cases AS mine
  JOIN result AS r ON r.case_rid = mine.rid
 WHERE mine.id = :id AND r.way = 'window'
 UNION
SELECT d.day FROM visit_deed AS d WHERE d.case_id = :id
