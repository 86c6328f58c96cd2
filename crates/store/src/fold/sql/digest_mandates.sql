SELECT id, arrival, principal_kind, principal_value, agent_kind, agent_value, revoked_on, revoke_reason
  FROM mandate
 ORDER BY id
