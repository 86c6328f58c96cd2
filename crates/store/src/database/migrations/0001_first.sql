-- The first schema. No older program exists that could open it.
-- Three sorts of tables: journals (append-only), projections (a fold over the journals, thrown
-- away and rebuilt at will) and local tables (this machine's own, never part of a rebuild).

-- ── this home ────────────────────────────────────────────────────────────────────────────────

CREATE TABLE migration (
  version    INTEGER PRIMARY KEY,
  sha256     BLOB NOT NULL CHECK (length(sha256) = 32),
  applied_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE home (
  only_row     INTEGER PRIMARY KEY CHECK (only_row = 1),
  enrolment    TEXT NOT NULL CHECK (json_valid(enrolment)),
  machine_mark BLOB NOT NULL CHECK (length(machine_mark) = 32),
  epoch        INTEGER NOT NULL,
  mark         TEXT,
  signing      BLOB NOT NULL CHECK (length(signing) = 32),
  encryption   BLOB NOT NULL CHECK (length(encryption) = 32),
  demo         INTEGER NOT NULL,
  created_ms   INTEGER NOT NULL
) STRICT;

CREATE TABLE counter (
  prefix TEXT NOT NULL,
  day    TEXT NOT NULL,
  last   INTEGER NOT NULL CHECK (last > 0),
  PRIMARY KEY (prefix, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE operator (
  id              BLOB PRIMARY KEY CHECK (length(id) = 16),
  name            TEXT NOT NULL UNIQUE,
  role            TEXT NOT NULL,
  password_hash   TEXT NOT NULL,
  failures        INTEGER NOT NULL DEFAULT 0,
  locked_until_ms INTEGER,
  last_seen_ms    INTEGER,
  created_ms      INTEGER NOT NULL,
  disabled        INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE draft (
  id         BLOB PRIMARY KEY CHECK (length(id) = 16),
  operator   BLOB NOT NULL CHECK (length(operator) = 16),
  matter     TEXT NOT NULL,
  title      TEXT NOT NULL,
  body       TEXT NOT NULL CHECK (json_valid(body)),
  created_ms INTEGER NOT NULL,
  updated_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_by_operator ON draft (operator, updated_ms);

-- What became of a draft, so that asking twice for one case gives the same case.
CREATE TABLE draft_outcome (
  draft   BLOB PRIMARY KEY CHECK (length(draft) = 16),
  case_id BLOB NOT NULL CHECK (length(case_id) = 16)
) STRICT, WITHOUT ROWID;

CREATE TABLE file (
  sha256     BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  disk_name  TEXT NOT NULL UNIQUE,
  key        BLOB NOT NULL CHECK (length(key) = 32),
  size       INTEGER NOT NULL,
  stored_ms  INTEGER NOT NULL
) STRICT;

-- ── journals ─────────────────────────────────────────────────────────────────────────────────

CREATE TABLE journal (
  rid  INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  own  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Epochs of the own journal and how far the platform has receipted each.
CREATE TABLE own_epoch (
  epoch          INTEGER PRIMARY KEY,
  journal        INTEGER NOT NULL REFERENCES journal (rid),
  mark           TEXT,
  receipted      INTEGER NOT NULL DEFAULT 0,
  platform_epoch INTEGER NOT NULL DEFAULT 0
) STRICT;

-- `arrival` is the one local order over all journals.
CREATE TABLE entry (
  arrival INTEGER PRIMARY KEY,
  journal INTEGER NOT NULL REFERENCES journal (rid),
  epoch   INTEGER NOT NULL CHECK (epoch > 0),
  seq     INTEGER NOT NULL CHECK (seq > 0),
  hash    BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
  kind    TEXT NOT NULL,
  case_id BLOB CHECK (length(case_id) = 16),
  at_ms   INTEGER NOT NULL,
  header  BLOB NOT NULL,
  UNIQUE (journal, epoch, seq)
) STRICT;
CREATE INDEX entry_by_case ON entry (case_id, arrival) WHERE case_id IS NOT NULL;

-- Apart from its header, so that it can be shredded while the chain still verifies.
CREATE TABLE payload (
  arrival INTEGER PRIMARY KEY REFERENCES entry (arrival),
  salt    BLOB NOT NULL CHECK (length(salt) = 32),
  body    BLOB NOT NULL
) STRICT;

CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER payload_is_never_changed BEFORE UPDATE ON payload
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

-- ── projections ──────────────────────────────────────────────────────────────────────────────

CREATE TABLE cases (
  rid                  INTEGER PRIMARY KEY,
  id                   BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  number               TEXT NOT NULL,
  number_key           TEXT NOT NULL,
  terminal             TEXT NOT NULL,
  own                  INTEGER NOT NULL,
  received_arrival     INTEGER NOT NULL,
  last_arrival         INTEGER NOT NULL,
  matter_code          TEXT NOT NULL,
  matter_name          TEXT NOT NULL,
  matter_fold          TEXT NOT NULL,
  matter_initials      TEXT NOT NULL,
  matter_sha256        BLOB NOT NULL CHECK (length(matter_sha256) = 32),
  pack_version         INTEGER NOT NULL,
  department           TEXT NOT NULL,
  sample               INTEGER NOT NULL,
  state                TEXT NOT NULL,
  applicant_name       TEXT NOT NULL,
  applicant_fold       TEXT NOT NULL,
  applicant_initials   TEXT NOT NULL,
  applicant_pinyin     TEXT NOT NULL,
  id_kind              TEXT NOT NULL,
  id_value             TEXT NOT NULL,
  phone                TEXT,
  agent_name           TEXT,
  agent_fold           TEXT,
  agent_phone          TEXT,
  received_on          TEXT NOT NULL,
  notify_by            TEXT,
  accepted_on          TEXT,
  promised             TEXT,
  promised_provisional INTEGER NOT NULL DEFAULT 0,
  statutory            TEXT,
  statutory_provisional INTEGER NOT NULL DEFAULT 0,
  supply_by            TEXT,
  deferred_by          TEXT,
  corrections          INTEGER NOT NULL DEFAULT 0,
  closed_on            TEXT,
  platform_number      TEXT,
  step                 TEXT,
  office               TEXT,
  progress_note        TEXT,
  progress_on          TEXT,
  clerk                TEXT NOT NULL,
  window               TEXT NOT NULL,
  clock_suspect        INTEGER NOT NULL,
  clock_shift          INTEGER NOT NULL DEFAULT 0,
  -- The one day the case's mark counts towards; none once nothing is owed to the resident.
  due TEXT GENERATED ALWAYS AS (
    CASE state
      WHEN 'received' THEN notify_by
      WHEN 'needs_correction' THEN supply_by
      WHEN 'accepted_deferred' THEN min(coalesce(deferred_by, promised), coalesce(promised, deferred_by))
      WHEN 'accepted' THEN promised
      WHEN 'accepted_on_commitment' THEN promised
      WHEN 'dispatched' THEN promised
      WHEN 'in_process' THEN promised
    END
  ) VIRTUAL
) STRICT;
CREATE INDEX cases_by_number ON cases (number_key);
CREATE INDEX cases_by_due ON cases (due) WHERE due IS NOT NULL;
CREATE INDEX cases_by_state ON cases (state);
CREATE INDEX cases_by_day ON cases (received_on);
CREATE INDEX cases_by_matter_bytes ON cases (matter_sha256);
CREATE INDEX cases_by_id_tail ON cases (substr(id_value, -4));
CREATE INDEX cases_by_phone_tail ON cases (substr(phone, -4)) WHERE phone IS NOT NULL;
CREATE INDEX cases_by_agent_phone_tail ON cases (substr(agent_phone, -4)) WHERE agent_phone IS NOT NULL;
CREATE INDEX cases_by_initials ON cases (applicant_initials);
CREATE INDEX cases_by_pinyin ON cases (applicant_pinyin);

CREATE TABLE case_material (
  case_rid  INTEGER NOT NULL REFERENCES cases (rid),
  ord       INTEGER NOT NULL,
  body      TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (case_rid, ord)
) STRICT, WITHOUT ROWID;

-- `receipted_epoch`: the platform epoch that receipted the file, 0 for none, NULL when the case is
-- another terminal's and nothing is ours to send. Local knowledge, refilled from file_receipt.
CREATE TABLE case_file (
  case_rid        INTEGER NOT NULL REFERENCES cases (rid),
  sha256          BLOB NOT NULL CHECK (length(sha256) = 32),
  ord             INTEGER NOT NULL,
  size            INTEGER NOT NULL,
  media_type      TEXT NOT NULL,
  receipted_epoch INTEGER,
  PRIMARY KEY (case_rid, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_file_to_send ON case_file (receipted_epoch) WHERE receipted_epoch IS NOT NULL;
CREATE INDEX case_file_by_hash ON case_file (sha256);

CREATE TABLE print (
  arrival  INTEGER PRIMARY KEY,
  case_id  BLOB CHECK (length(case_id) = 16),
  document TEXT NOT NULL,
  number   TEXT,
  matter   TEXT,
  copy     INTEGER NOT NULL,
  template TEXT NOT NULL,
  sha256   BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;
CREATE INDEX print_by_case ON print (case_id, document) WHERE case_id IS NOT NULL;

CREATE TABLE verdict (
  entry   BLOB PRIMARY KEY CHECK (length(entry) = 32),
  word    TEXT NOT NULL,
  body    TEXT NOT NULL CHECK (json_valid(body)),
  arrival INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX verdict_to_attend ON verdict (arrival) WHERE word IN ('attend', 'conflict');

CREATE TABLE pack_offer (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  version  INTEGER NOT NULL,
  manifest BLOB NOT NULL CHECK (length(manifest) = 32)
) STRICT;

-- ── search ───────────────────────────────────────────────────────────────────────────────────

CREATE VIRTUAL TABLE case_text USING fts5 (
  applicant_fold, agent_fold, matter_fold,
  content = 'cases', content_rowid = 'rid', tokenize = 'bigram', prefix = '1'
);
CREATE VIRTUAL TABLE case_key USING fts5 (
  number_key, applicant_initials, applicant_pinyin, matter_initials,
  content = 'cases', content_rowid = 'rid', tokenize = 'trigram'
);

-- ── the platform, as this terminal knows it ──────────────────────────────────────────────────

CREATE TABLE platform (
  only_row    INTEGER PRIMARY KEY CHECK (only_row = 1),
  epoch       INTEGER NOT NULL,
  certificate TEXT CHECK (json_valid(certificate))
) STRICT;

CREATE TABLE receipt (
  rid            INTEGER PRIMARY KEY,
  epoch          INTEGER NOT NULL,
  from_seq       INTEGER NOT NULL,
  seq            INTEGER NOT NULL,
  platform_epoch INTEGER NOT NULL,
  recorded_ms    INTEGER NOT NULL,
  body           TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX receipt_by_time ON receipt (recorded_ms);

CREATE TABLE file_receipt (
  case_id        BLOB NOT NULL CHECK (length(case_id) = 16),
  sha256         BLOB NOT NULL CHECK (length(sha256) = 32),
  platform_epoch INTEGER NOT NULL,
  recorded_ms    INTEGER NOT NULL,
  body           TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (case_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE upload (
  case_id  BLOB NOT NULL CHECK (length(case_id) = 16),
  sha256   BLOB NOT NULL CHECK (length(sha256) = 32),
  location TEXT NOT NULL,
  sent     INTEGER NOT NULL,
  PRIMARY KEY (case_id, sha256)
) STRICT, WITHOUT ROWID;

CREATE TABLE contact (
  only_row        INTEGER PRIMARY KEY CHECK (only_row = 1),
  last_attempt_ms INTEGER NOT NULL,
  last_success_ms INTEGER,
  failure         TEXT,
  next_try_ms     INTEGER,
  clock_ahead_ms  INTEGER
) STRICT;

-- ── catalogue ────────────────────────────────────────────────────────────────────────────────

CREATE TABLE pack (
  only_row     INTEGER PRIMARY KEY CHECK (only_row = 1),
  version      INTEGER NOT NULL,
  publisher    TEXT NOT NULL,
  sample       INTEGER NOT NULL,
  published_ms INTEGER NOT NULL,
  installed_ms INTEGER NOT NULL,
  manifest     TEXT NOT NULL CHECK (json_valid(manifest))
) STRICT;

CREATE TABLE pack_item (
  kind   TEXT NOT NULL,
  code   TEXT NOT NULL,
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE pack_blob (
  sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
  body   BLOB NOT NULL
) STRICT;

CREATE TABLE matter (
  rid        INTEGER PRIMARY KEY,
  code       TEXT NOT NULL UNIQUE,
  name       TEXT NOT NULL,
  name_fold  TEXT NOT NULL,
  words_fold TEXT NOT NULL,
  department TEXT NOT NULL,
  category   TEXT NOT NULL,
  initials   TEXT NOT NULL,
  pinyin     TEXT NOT NULL,
  uses       INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE matter_alias (
  matter_rid INTEGER NOT NULL REFERENCES matter (rid),
  ord        INTEGER NOT NULL,
  alias      TEXT NOT NULL,
  alias_fold TEXT NOT NULL,
  initials   TEXT NOT NULL,
  pinyin     TEXT NOT NULL,
  PRIMARY KEY (matter_rid, ord)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE matter_text USING fts5 (
  name_fold, words_fold,
  content = 'matter', content_rowid = 'rid', tokenize = 'bigram', prefix = '1'
);

-- ── what the queries read ────────────────────────────────────────────────────────────────────

-- Own entries the platform has not receipted. The small table drives, so a long receipted
-- history costs nothing.
CREATE VIEW waiting_entry AS
SELECT e.arrival, e.epoch, e.seq, e.case_id, e.kind
  FROM own_epoch AS o
 CROSS JOIN entry AS e ON e.journal = o.journal AND e.epoch = o.epoch AND e.seq > o.receipted;

CREATE VIEW waiting_file AS
SELECT c.id AS case_id, c.number, f.case_rid, f.sha256, f.size, f.media_type, f.ord
  FROM case_file AS f
  JOIN cases AS c ON c.rid = f.case_rid
 WHERE f.receipted_epoch IS NOT NULL
   AND f.receipted_epoch < max(1, coalesce((SELECT epoch FROM platform), 1));

CREATE VIEW waiting_case AS
SELECT case_id FROM waiting_entry WHERE case_id IS NOT NULL
 UNION
SELECT case_id FROM waiting_file;

CREATE VIEW attention AS
SELECT v.entry, v.word, v.body, v.arrival, e.arrival AS entry_arrival, e.case_id, e.kind, e.at_ms
  FROM verdict AS v
  JOIN entry AS e ON e.hash = v.entry
 WHERE v.word IN ('attend', 'conflict');
