SELECT matter, alias_fold, alias, initials, pinyin, at_ms, actor FROM point_alias ORDER BY matter, alias_fold
