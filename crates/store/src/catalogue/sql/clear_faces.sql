INSERT INTO matter_text (matter_text) VALUES ('delete-all');
DELETE FROM matter_alias;
DELETE FROM matter_mode;
DELETE FROM matter;
