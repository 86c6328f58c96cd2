SELECT code, uses FROM matter WHERE uses > 0
