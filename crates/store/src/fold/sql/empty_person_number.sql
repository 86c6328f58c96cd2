DELETE FROM person_number;
