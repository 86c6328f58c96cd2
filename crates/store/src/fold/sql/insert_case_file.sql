INSERT INTO case_file (case_rid, sha256, ord, size, media_type, receipted_epoch)
VALUES (:case_rid, :sha256,
        (SELECT coalesce(max(ord) + 1, 0) FROM case_file WHERE case_rid = :case_rid),
        :size, :media_type,
        CASE WHEN :own THEN coalesce(
          (SELECT platform_epoch FROM file_receipt WHERE case_id = :case_id AND sha256 = :sha256), 0) END)
    ON CONFLICT (case_rid, sha256) DO NOTHING
