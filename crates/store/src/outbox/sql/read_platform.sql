SELECT epoch, certificate FROM platform WHERE only_row = 1
