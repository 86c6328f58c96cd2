c.id NOT IN (SELECT case_id FROM waiting_case)
   AND c.id NOT IN (SELECT case_id FROM attention WHERE case_id IS NOT NULL)
