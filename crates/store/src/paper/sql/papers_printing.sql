SELECT * FROM paper WHERE outcome = 'printing' ORDER BY turn;
