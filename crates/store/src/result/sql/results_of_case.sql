SELECT c.id AS case_id, r.body, r.place, r.kept, r.arrived_on, r.parcel, r.carrier, r.tracking, r.posted_on,
       r.delivery, r.delivered_on, r.way
  FROM cases AS c
  JOIN result AS r ON r.case_rid = c.rid
 WHERE c.id = ?1
 ORDER BY r.ord
