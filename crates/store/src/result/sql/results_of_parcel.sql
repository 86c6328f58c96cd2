SELECT c.id AS case_id, r.body, r.place, r.kept, r.arrived_on, r.parcel, r.carrier, r.tracking, r.posted_on,
       r.delivery, r.delivered_on, r.way
  FROM result AS r
  JOIN cases AS c ON c.rid = r.case_rid
 WHERE r.parcel = ?1
 ORDER BY c.id, r.ord
