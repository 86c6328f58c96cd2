SELECT receipted FROM own_epoch WHERE epoch = ?1
