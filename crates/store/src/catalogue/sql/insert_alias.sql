INSERT INTO matter_alias (matter_rid, ord, alias, alias_fold, initials, pinyin)
VALUES (:matter_rid, :ord, :alias, :alias_fold, :initials, :pinyin)
