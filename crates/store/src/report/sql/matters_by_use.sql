SELECT code FROM matter WHERE uses > 0 ORDER BY uses DESC, code LIMIT ?1;
