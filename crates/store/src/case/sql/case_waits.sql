SELECT 1
  FROM entry AS e
  JOIN own_epoch AS o ON o.journal = e.journal AND o.epoch = e.epoch
 WHERE e.case_id = :case_id AND e.seq > o.receipted
