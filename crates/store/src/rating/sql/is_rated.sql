SELECT 1 AS found FROM rating WHERE case_id = :case_id AND stage = :stage
