-- Queue, booking book, cases taken in outside the ordinary hours. An older program may not open this
-- home.

-- Bookings (预约). What names somebody is erased some time after the day; the row stays and counts.
CREATE TABLE queue_booking (
  id           BLOB PRIMARY KEY CHECK (length(id) = 16),
  day          TEXT NOT NULL,
  at           TEXT NOT NULL,
  line         TEXT NOT NULL,
  name         TEXT,
  phone        TEXT,
  about        TEXT,
  made_ms      INTEGER NOT NULL,
  made_by      BLOB NOT NULL,
  cancelled_ms INTEGER,
  cancelled_by BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX queue_booking_by_day ON queue_booking (day, at);
CREATE INDEX queue_booking_named ON queue_booking (day) WHERE name IS NOT NULL;

-- Tickets (号票) and everything done with them, on this machine alone. A line's numbers run from 1
-- every day; none is given twice.
CREATE TABLE queue_ticket (
  id       BLOB PRIMARY KEY CHECK (length(id) = 16),
  day      TEXT NOT NULL,
  line     TEXT NOT NULL,
  number   INTEGER NOT NULL,
  business TEXT NOT NULL,
  priority TEXT,
  booking  BLOB UNIQUE REFERENCES queue_booking (id),
  UNIQUE (day, line, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE queue_act (
  place    INTEGER PRIMARY KEY,
  ticket   BLOB NOT NULL REFERENCES queue_ticket (id),
  at_ms    INTEGER NOT NULL,
  operator BLOB NOT NULL,
  what     TEXT NOT NULL,
  reason   TEXT
) STRICT;
CREATE INDEX queue_act_by_ticket ON queue_act (ticket, place);
CREATE TRIGGER queue_ticket_is_never_changed BEFORE UPDATE ON queue_ticket
BEGIN SELECT raise(ABORT, 'tickets are kept as they were given'); END;
CREATE TRIGGER queue_ticket_is_never_deleted BEFORE DELETE ON queue_ticket
BEGIN SELECT raise(ABORT, 'tickets are kept as they were given'); END;
CREATE TRIGGER queue_act_is_never_changed BEFORE UPDATE ON queue_act
BEGIN SELECT raise(ABORT, 'acts on tickets are append-only'); END;
CREATE TRIGGER queue_act_is_never_deleted BEFORE DELETE ON queue_act
BEGIN SELECT raise(ABORT, 'acts on tickets are append-only'); END;

-- Taken in outside the point's ordinary hours (延时).
ALTER TABLE cases ADD COLUMN out_of_hours INTEGER NOT NULL DEFAULT 0;
