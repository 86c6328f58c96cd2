SELECT enrolment, machine_mark, epoch, mark, signing, encryption, demo, created_ms
  FROM home
 WHERE only_row = 1
