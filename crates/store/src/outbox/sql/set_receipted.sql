UPDATE own_epoch
   SET receipted = CASE WHEN :platform_epoch > platform_epoch THEN :seq ELSE max(receipted, :seq) END,
       platform_epoch = :platform_epoch
 WHERE epoch = :epoch AND :platform_epoch >= platform_epoch
