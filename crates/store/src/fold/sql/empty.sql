INSERT INTO case_text (case_text) VALUES ('delete-all');
INSERT INTO case_key (case_key) VALUES ('delete-all');
DELETE FROM case_material;
DELETE FROM case_file;
DELETE FROM cases;
DELETE FROM print;
DELETE FROM notice;
DELETE FROM verdict;
DELETE FROM pack_offer;
