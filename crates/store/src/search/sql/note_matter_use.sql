UPDATE matter SET uses = uses + 1 WHERE code = ?1
