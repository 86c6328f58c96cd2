INSERT INTO matter (code, name, base_code, name_fold, words_fold, department, category, initials, pinyin, uses)
VALUES (:code, :name, :base_code, :name_fold, :words_fold, :department, :category, :initials, :pinyin, :uses)
