SELECT epoch, receipted FROM own_epoch ORDER BY epoch
