-- The latest time of a journal is asked whenever the clock is looked at. An older program may not
-- open this home.

CREATE INDEX entry_by_time ON entry (journal, at_ms);
