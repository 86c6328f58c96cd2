INSERT INTO case_file (case_rid, sha256, ord, size, media_type, receipted_epoch)
VALUES (:case_rid, :sha256, :ord, :size, :media_type,
        CASE WHEN :own THEN coalesce(
          (SELECT platform_epoch FROM file_receipt WHERE case_id = :case_id AND sha256 = :sha256), 0) END)
    ON CONFLICT (case_rid, sha256) DO NOTHING
