-- What happens to a case after it was received: what was supplied, calls, requests, procedures,
-- results and their delivery, chains, slips, enquiries, mandates. An older program may not open this
-- home.

-- Cases taken together in one visit, each with its place (一链办理).
ALTER TABLE cases ADD COLUMN chain_whole TEXT;
ALTER TABLE cases ADD COLUMN chain_place INTEGER NOT NULL DEFAULT 0;
CREATE INDEX cases_by_chain ON cases (chain_whole, chain_place) WHERE chain_whole IS NOT NULL;

-- The clock could not be trusted when the case was accepted, and nobody has said since which day it
-- was. What was found wrong is dated anew by an entry, so that no shift has to be remembered.
ALTER TABLE cases ADD COLUMN accept_suspect INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases DROP COLUMN clock_shift;
CREATE INDEX cases_by_suspect_day ON cases (received_on) WHERE clock_suspect;
CREATE INDEX cases_by_suspect_acceptance ON cases (accepted_on) WHERE accept_suspect;

-- What a case still owes: the lines of the correction notice (行政许可法 Art. 32 (4)), and those the
-- department asks for while it examines. A line goes when it is handed in; the day moves with the
-- case's extension.
CREATE TABLE case_owed (
  case_rid  INTEGER NOT NULL REFERENCES cases (rid),
  item      TEXT NOT NULL,
  ord       INTEGER NOT NULL,
  stage     TEXT NOT NULL,
  supply_by TEXT NOT NULL,
  body      TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (case_rid, item)
) STRICT, WITHOUT ROWID;

-- What the point asked the platform for; open until it is answered.
CREATE TABLE case_request (
  entry       BLOB PRIMARY KEY CHECK (length(entry) = 32),
  case_rid    INTEGER NOT NULL REFERENCES cases (rid),
  arrival     INTEGER NOT NULL,
  what        TEXT NOT NULL,
  asked_on    TEXT NOT NULL,
  answered_on TEXT,
  granted     INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX case_request_by_case ON case_request (case_rid);

-- What came of checking a promise; a later check replaces an earlier one.
CREATE TABLE promise_check (
  case_rid   INTEGER NOT NULL REFERENCES cases (rid),
  material   TEXT NOT NULL,
  outcome    TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  PRIMARY KEY (case_rid, material)
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_found_false ON promise_check (case_rid) WHERE outcome = 'false';
CREATE INDEX case_material_promised ON case_material (case_rid) WHERE body ->> 'how' = 'promised';

ALTER TABLE cases ADD COLUMN extensions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN calls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN called_on TEXT;

-- The one day a case's mark counts towards: after acceptance the nearest of the promise and of what
-- is still owed. None while a special procedure runs, when it was sent on, and when it is closed.
DROP INDEX cases_by_due;
DROP INDEX cases_in_due_order;
ALTER TABLE cases DROP COLUMN due;
ALTER TABLE cases ADD COLUMN due TEXT GENERATED ALWAYS AS (
  CASE
    WHEN state = 'received' THEN notify_by
    WHEN state = 'needs_correction' THEN supply_by
    WHEN state IN ('accepted', 'accepted_deferred', 'accepted_on_commitment', 'dispatched', 'in_process')
      THEN nullif(min(coalesce(promised, '9999-12-31'), coalesce(deferred_by, '9999-12-31'), coalesce(supply_by, '9999-12-31')), '9999-12-31')
  END
) VIRTUAL;
CREATE INDEX cases_by_due ON cases (due) WHERE due IS NOT NULL;
CREATE INDEX cases_in_due_order ON cases (due IS NULL, due, rid DESC);

-- Special procedures, whose days are not counted (行政许可法 Art. 45), and the working days a limit was
-- extended by (Art. 42).
CREATE TABLE case_pause (
  case_rid      INTEGER NOT NULL REFERENCES cases (rid),
  id            BLOB NOT NULL CHECK (length(id) = 16),
  what          TEXT NOT NULL,
  reason        TEXT NOT NULL,
  begun_on      TEXT NOT NULL,
  expected_days INTEGER NOT NULL,
  office        TEXT NOT NULL,
  ended_on      TEXT,
  result        TEXT,
  PRIMARY KEY (case_rid, id)
) STRICT, WITHOUT ROWID;
ALTER TABLE cases ADD COLUMN limit_extended_by INTEGER NOT NULL DEFAULT 0;

-- Result documents of a case, and where each of them is (出件、送达).
CREATE TABLE result (
  case_rid     INTEGER NOT NULL REFERENCES cases (rid),
  id           BLOB NOT NULL CHECK (length(id) = 16),
  ord          INTEGER NOT NULL,
  body         TEXT NOT NULL CHECK (json_valid(body)),
  place        TEXT NOT NULL,
  kept         TEXT NOT NULL DEFAULT '',
  arrived_on   TEXT,
  parcel       BLOB,
  carrier      TEXT,
  tracking     TEXT,
  posted_on    TEXT,
  delivery     BLOB,
  delivered_on TEXT,
  way          TEXT,
  PRIMARY KEY (case_rid, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX result_by_parcel ON result (parcel) WHERE parcel IS NOT NULL;

-- Who may act for whom (授权委托); what for and how long stands in the entry.
CREATE TABLE mandate (
  id              BLOB PRIMARY KEY CHECK (length(id) = 16),
  arrival         INTEGER NOT NULL,
  principal_kind  TEXT NOT NULL,
  principal_value TEXT NOT NULL,
  agent_kind      TEXT NOT NULL,
  agent_value     TEXT NOT NULL,
  revoked_on      TEXT,
  revoke_reason   TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX mandate_by_principal ON mandate (principal_value, principal_kind);
CREATE INDEX mandate_by_agent ON mandate (agent_value, agent_kind);

-- Slips with numbers given ahead, for days on which the machine cannot be used (补录): each is used
-- once, spoiled, or still free.
CREATE TABLE slip (
  number      TEXT PRIMARY KEY,
  own         INTEGER NOT NULL,
  arrival     INTEGER NOT NULL,
  ord         INTEGER NOT NULL,
  lot         BLOB NOT NULL CHECK (length(lot) = 16),
  printed_on  TEXT NOT NULL,
  case_id     BLOB CHECK (length(case_id) = 16),
  spoiled_on  TEXT,
  spoiled_why TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX slip_by_lot ON slip (lot, ord);
ALTER TABLE cases ADD COLUMN slip_entered_on TEXT;
ALTER TABLE cases ADD COLUMN green_lane TEXT;
-- The cases of one visit share it.
ALTER TABLE cases ADD COLUMN visit BLOB CHECK (length(visit) = 16);
CREATE INDEX cases_by_visit ON cases (visit) WHERE visit IS NOT NULL;

-- 首问负责: who has each enquiry, and how it ended.
CREATE TABLE enquiry (
  id          BLOB PRIMARY KEY CHECK (length(id) = 16),
  arrival     INTEGER NOT NULL,
  at_ms       INTEGER NOT NULL,
  text        TEXT NOT NULL,
  matter      TEXT,
  name        TEXT,
  phone       TEXT,
  opened_on   TEXT NOT NULL,
  asked_first BLOB CHECK (length(asked_first) = 16),
  owner       BLOB CHECK (length(owner) = 16),
  state       TEXT NOT NULL,
  handed_to   TEXT,
  handed_why  TEXT,
  answer      TEXT,
  number      TEXT,
  closed_on   TEXT
) STRICT;
CREATE INDEX enquiry_in_hand ON enquiry (owner) WHERE closed_on IS NULL;
CREATE INDEX enquiry_by_day ON enquiry (opened_on);
CREATE INDEX enquiry_by_case ON enquiry (number) WHERE number IS NOT NULL;

-- What was done in a visit beyond handing in, whose day is the case's own.
CREATE TABLE visit_deed (
  case_id BLOB NOT NULL CHECK (length(case_id) = 16),
  day     TEXT NOT NULL,
  deed    TEXT NOT NULL,
  PRIMARY KEY (case_id, day, deed)
) STRICT, WITHOUT ROWID;
CREATE INDEX visit_deed_by_day ON visit_deed (day);
CREATE INDEX notice_by_time ON notice (at_ms);

-- What residents said of the service (好差评): once for a case and stage.
CREATE TABLE rating (
  case_id BLOB NOT NULL CHECK (length(case_id) = 16),
  stage   TEXT NOT NULL,
  arrival INTEGER NOT NULL,
  level   TEXT NOT NULL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  words   TEXT NOT NULL,
  on_day  TEXT NOT NULL,
  PRIMARY KEY (case_id, stage)
) STRICT, WITHOUT ROWID;
CREATE INDEX rating_by_day ON rating (on_day, level);
CREATE INDEX bad_rating ON rating (arrival) WHERE level IN ('dissatisfied', 'very_dissatisfied');

-- The platform's number (上级受理号) finds its case, whole or by its day and sequence.
CREATE INDEX cases_by_platform_number ON cases (platform_number) WHERE platform_number IS NOT NULL;
CREATE INDEX cases_by_platform_tail ON cases (substr(platform_number, -12)) WHERE platform_number IS NOT NULL;
