-- What happens to a case after it was received: what was supplied, calls, requests, procedures,
-- results and their delivery, chains, slips, enquiries, mandates. An older program may not open this
-- home.

-- Cases taken together in one visit, each with its place (一链办理).
ALTER TABLE cases ADD COLUMN chain_whole TEXT;
ALTER TABLE cases ADD COLUMN chain_place INTEGER NOT NULL DEFAULT 0;
CREATE INDEX cases_by_chain ON cases (chain_whole, chain_place) WHERE chain_whole IS NOT NULL;
