UPDATE slip SET spoiled_on = :on, spoiled_why = :why
 WHERE number = :number AND case_id IS NULL AND spoiled_on IS NULL
