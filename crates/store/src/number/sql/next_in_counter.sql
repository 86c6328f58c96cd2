INSERT INTO counter (prefix, day, last)
VALUES (:prefix, :day, 1)
    ON CONFLICT (prefix, day) DO UPDATE SET last = last + 1
RETURNING last
