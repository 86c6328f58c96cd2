SELECT c.id, r.id, r.ord, r.body, r.place, r.kept, r.arrived_on, r.parcel, r.carrier, r.tracking, r.posted_on,
       r.delivery, r.delivered_on, r.way
  FROM result AS r
  JOIN cases AS c ON c.rid = r.case_rid
 ORDER BY c.id, r.id
