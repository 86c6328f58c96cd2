INSERT INTO platform (only_row, epoch)
VALUES (1, :epoch)
    ON CONFLICT (only_row) DO UPDATE SET epoch = max(platform.epoch, excluded.epoch)
