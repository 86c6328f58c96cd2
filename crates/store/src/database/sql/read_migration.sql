SELECT sha256 FROM migration WHERE version = ?1
