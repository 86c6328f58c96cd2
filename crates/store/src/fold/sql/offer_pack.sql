INSERT INTO pack_offer (only_row, version, manifest)
VALUES (1, :version, :manifest)
    ON CONFLICT (only_row) DO UPDATE
   SET version = excluded.version, manifest = excluded.manifest
 WHERE excluded.version > pack_offer.version
