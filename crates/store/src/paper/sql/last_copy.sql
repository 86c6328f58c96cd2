SELECT coalesce(max(copy), 0) AS last FROM paper
 WHERE document = :document
   AND (case_id = :case_id OR draft = :draft OR origin = :origin OR id = :origin);
