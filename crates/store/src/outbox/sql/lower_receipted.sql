UPDATE own_epoch
   SET receipted = min(receipted, :seq), platform_epoch = :platform_epoch
 WHERE epoch = :epoch AND :platform_epoch > platform_epoch
