SELECT max(at_ms) AS at_ms FROM entry WHERE journal = (SELECT rid FROM journal WHERE own = 1);
