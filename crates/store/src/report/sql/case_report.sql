SELECT e.at_ms AS stored_ms,
       (SELECT count(*) FROM case_file AS f JOIN cases AS c ON c.rid = f.case_rid WHERE c.id = :case_id) AS files,
       (SELECT coalesce(sum(w.size), 0) FROM waiting_file AS w WHERE w.case_id = :case_id) AS bytes_waiting,
       (SELECT max(r.recorded_ms) FROM file_receipt AS r WHERE r.case_id = :case_id) AS file_ms,
       (SELECT min(r.recorded_ms) FROM receipt AS r WHERE r.epoch = l.epoch AND r.seq >= l.seq) AS entry_ms
  FROM cases AS c
  JOIN entry AS e ON e.arrival = c.received_arrival
  JOIN entry AS l ON l.arrival = (
       SELECT max(own.arrival) FROM entry AS own
         JOIN own_epoch AS o ON o.journal = own.journal AND o.epoch = own.epoch
        WHERE own.case_id = :case_id)
 WHERE c.id = :case_id;
