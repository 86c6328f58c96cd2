UPDATE paper SET reason = :reason WHERE id = :id AND outcome = 'printing' AND reason IS NOT :reason;
