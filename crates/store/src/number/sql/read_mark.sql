SELECT mark FROM home WHERE only_row = 1
