INSERT INTO matter (code, name, name_fold, words_fold, department, category, initials, pinyin, uses)
VALUES (:code, :name, :name_fold, :words_fold, :department, :category, :initials, :pinyin, :uses)
