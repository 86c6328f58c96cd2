UPDATE cases
   SET applicant_name = :name, applicant_fold = :fold, applicant_initials = :initials, applicant_pinyin = :pinyin
 WHERE rid = :case_rid
