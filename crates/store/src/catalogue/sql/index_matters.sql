INSERT INTO matter_text (rowid, name_fold, words_fold)
SELECT rid, name_fold, words_fold FROM matter
