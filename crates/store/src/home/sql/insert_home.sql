INSERT INTO home (only_row, enrolment, machine_mark, epoch, mark, signing, encryption, demo, created_ms)
VALUES (1, :enrolment, :machine_mark, :epoch, :mark, :signing, :encryption, :demo, :created_ms)
