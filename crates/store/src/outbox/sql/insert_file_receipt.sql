INSERT INTO file_receipt (case_id, sha256, platform_epoch, recorded_ms, body)
VALUES (:case_id, :sha256, :platform_epoch, :recorded_ms, :body)
    ON CONFLICT (case_id, sha256) DO UPDATE
   SET platform_epoch = excluded.platform_epoch, recorded_ms = excluded.recorded_ms, body = excluded.body
 WHERE excluded.platform_epoch >= file_receipt.platform_epoch
