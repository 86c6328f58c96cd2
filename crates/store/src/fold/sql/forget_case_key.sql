INSERT INTO case_key (case_key, rowid, number_key, applicant_initials, applicant_pinyin, matter_initials)
SELECT 'delete', rid, number_key, applicant_initials, applicant_pinyin, matter_initials FROM cases WHERE rid = ?1
