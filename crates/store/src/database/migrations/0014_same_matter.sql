-- By what the same matter of another level is found. An older program may not open this home.

ALTER TABLE matter ADD COLUMN base_code TEXT NOT NULL DEFAULT '';

-- The matters in force were read before their base codes were kept.
UPDATE matter
   SET base_code = coalesce((SELECT json_extract(CAST(b.body AS TEXT), '$.base_code')
                               FROM pack_item AS i
                               JOIN pack_blob AS b ON b.sha256 = i.sha256
                              WHERE i.kind = 'matter' AND i.code = matter.code), '');

CREATE INDEX matter_by_base ON matter (base_code);
CREATE INDEX matter_by_name ON matter (name_fold);
