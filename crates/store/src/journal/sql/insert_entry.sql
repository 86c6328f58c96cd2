INSERT INTO entry (journal, epoch, seq, hash, kind, case_id, at_ms, header)
VALUES (:journal, :epoch, :seq, :hash, :kind, :case_id, :at_ms, :header)
