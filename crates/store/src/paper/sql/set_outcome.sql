UPDATE paper SET outcome = :outcome, place = :place WHERE id = :id;
