UPDATE mandate SET revoked_on = :on, revoke_reason = :reason WHERE id = :id AND revoked_on IS NULL
