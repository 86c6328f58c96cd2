-- Numbers that were shown to be one person's, and who acts in whose case, so that a person is found by
-- any of their numbers and on either side of a case. An older program may not open this home.

-- Links in force, in the order in which they were made.
CREATE TABLE person_link (
  arrival    INTEGER PRIMARY KEY,
  from_kind  TEXT NOT NULL,
  from_value TEXT NOT NULL,
  into_kind  TEXT NOT NULL,
  into_value TEXT NOT NULL
) STRICT;

-- What they come to: every number of a person with several, and which of them is current.
CREATE TABLE person_number (
  id_value      TEXT NOT NULL,
  id_kind       TEXT NOT NULL,
  current_value TEXT NOT NULL,
  current_kind  TEXT NOT NULL,
  PRIMARY KEY (id_value, id_kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_number_by_current ON person_number (current_value, current_kind);
CREATE INDEX person_number_by_tail ON person_number (substr(id_value, -4));

CREATE TABLE case_agent (
  case_rid INTEGER PRIMARY KEY REFERENCES cases (rid),
  id_kind  TEXT NOT NULL,
  id_value TEXT NOT NULL
) STRICT;
CREATE INDEX case_agent_by_tail ON case_agent (substr(id_value, -4));

INSERT INTO case_agent (case_rid, id_kind, id_value)
SELECT c.rid, CAST(p.body AS TEXT) ->> '$.agent.person.id.kind', CAST(p.body AS TEXT) ->> '$.agent.person.id.number'
  FROM cases AS c
  JOIN payload AS p ON p.arrival = c.received_arrival
 WHERE CAST(p.body AS TEXT) ->> '$.agent.person.id.number' IS NOT NULL;
