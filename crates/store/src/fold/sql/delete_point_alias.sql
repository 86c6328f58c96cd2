DELETE FROM point_alias WHERE matter = :matter AND alias_fold = :alias_fold
