-- Lists in deadline order, and the day's counts, without sorting or reading every case at 100,000
-- cases. An older program may not open this home.

CREATE INDEX cases_in_due_order ON cases (due IS NULL, due, rid DESC);
CREATE INDEX cases_by_acceptance ON cases (accepted_on) WHERE accepted_on IS NOT NULL;
CREATE INDEX cases_by_closing ON cases (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX cases_by_matter ON cases (matter_code, rid);
