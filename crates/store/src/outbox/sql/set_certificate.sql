INSERT INTO platform (only_row, epoch, certificate)
VALUES (1, 0, :certificate)
    ON CONFLICT (only_row) DO UPDATE SET certificate = excluded.certificate
