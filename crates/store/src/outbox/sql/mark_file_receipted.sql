UPDATE case_file
   SET receipted_epoch = max(receipted_epoch, :platform_epoch)
 WHERE case_rid = (SELECT rid FROM cases WHERE id = :case_id)
   AND sha256 = :sha256
   AND receipted_epoch IS NOT NULL
