UPDATE home
   SET epoch = :epoch, mark = :mark, machine_mark = :machine_mark
 WHERE only_row = 1
