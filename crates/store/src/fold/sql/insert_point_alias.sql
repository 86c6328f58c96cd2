INSERT INTO point_alias (matter, alias_fold, alias, initials, pinyin, at_ms, actor)
VALUES (:matter, :alias_fold, :alias, :initials, :pinyin, :at_ms, :actor)
    ON CONFLICT (matter, alias_fold) DO NOTHING
