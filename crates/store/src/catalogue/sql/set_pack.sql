INSERT INTO pack (only_row, version, publisher, sample, published_ms, installed_ms, manifest)
VALUES (1, :version, :publisher, :sample, :published_ms, :installed_ms, :manifest)
    ON CONFLICT (only_row) DO UPDATE
   SET version = excluded.version, publisher = excluded.publisher, sample = excluded.sample,
       published_ms = excluded.published_ms, installed_ms = excluded.installed_ms, manifest = excluded.manifest
