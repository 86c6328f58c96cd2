WITH came AS (
  SELECT c.id_kind, c.id_value FROM cases AS c WHERE c.received_on = :day AND c.own
   UNION
  SELECT c.id_kind, c.id_value FROM visit_deed AS d JOIN cases AS c ON c.id = d.case_id WHERE d.day = :day AND c.own
   UNION
  SELECT n.id_kind, n.id_value FROM notice AS n
   WHERE n.at_ms >= :from AND n.at_ms < :to AND n.id_value IS NOT NULL
), saved AS (
  SELECT m.body ->> 'how' AS how
    FROM cases AS c
    JOIN case_material AS m ON m.case_rid = c.rid
   WHERE c.received_on = :day AND c.own
)
SELECT (SELECT count(*) FROM came)
       -- Nobody's name is asked for a notice or an enquiry; each counts by itself.
       + (SELECT count(*) FROM notice AS n WHERE n.at_ms >= :from AND n.at_ms < :to AND n.id_value IS NULL)
       + (SELECT count(DISTINCT coalesce(e.phone, e.id)) FROM enquiry AS e
           WHERE e.opened_on = :day
             AND (e.number IS NULL
                  OR e.number NOT IN (SELECT c.number FROM cases AS c WHERE c.received_on = :day))) AS visits,
       (SELECT count(*) FROM saved WHERE how = 'waived') AS waived,
       (SELECT count(*) FROM saved WHERE how = 'held') AS reused
