INSERT INTO case_text (case_text, rowid, applicant_fold, agent_fold, matter_fold)
SELECT 'delete', rid, applicant_fold, agent_fold, matter_fold FROM cases WHERE rid = ?1
