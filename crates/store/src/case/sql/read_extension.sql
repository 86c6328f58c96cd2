SELECT limit_extended_by FROM cases WHERE id = ?1
