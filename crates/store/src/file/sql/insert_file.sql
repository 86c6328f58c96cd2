INSERT INTO file (sha256, disk_name, key, size, stored_ms)
VALUES (:sha256, :disk_name, :key, :size, :stored_ms)
    ON CONFLICT (sha256) DO UPDATE
   SET disk_name = excluded.disk_name, key = excluded.key, stored_ms = excluded.stored_ms
