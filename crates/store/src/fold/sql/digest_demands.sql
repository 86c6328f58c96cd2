SELECT at_ms, matter, demanded, actor, case_id FROM demand ORDER BY arrival
