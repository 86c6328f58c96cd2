SELECT entry, word, body, arrival FROM verdict ORDER BY entry
