SELECT number, own, arrival, ord, lot, printed_on, case_id, spoiled_on, spoiled_why FROM slip ORDER BY number
