INSERT INTO mandate (id, arrival, principal_kind, principal_value, agent_kind, agent_value)
VALUES (:id, :arrival, :principal_kind, :principal_value, :agent_kind, :agent_value)
    ON CONFLICT (id) DO NOTHING
