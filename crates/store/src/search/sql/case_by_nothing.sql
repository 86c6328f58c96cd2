:term IS NOT NULL
