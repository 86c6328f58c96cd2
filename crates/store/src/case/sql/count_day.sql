SELECT (SELECT count(*) FROM cases WHERE received_on = :today) AS received,
       (SELECT count(*) FROM cases WHERE accepted_on = :today) AS accepted,
       (SELECT count(*) FROM cases WHERE closed_on = :today) AS closed,
       (SELECT count(*) FROM cases WHERE due >= :today AND due <= :soon) AS due_soon,
       (SELECT count(*) FROM cases WHERE due < :today) AS overdue,
       (SELECT count(*) FROM waiting_case) AS waiting,
       (SELECT count(DISTINCT case_id) FROM attention) AS attention
