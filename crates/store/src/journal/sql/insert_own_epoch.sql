INSERT INTO own_epoch (epoch, journal, mark, receipted)
VALUES (:epoch, :journal, :mark, :receipted)
    ON CONFLICT (epoch) DO UPDATE
   SET receipted = max(receipted, excluded.receipted), mark = coalesce(mark, excluded.mark)
