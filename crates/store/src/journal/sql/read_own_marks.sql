SELECT mark FROM own_epoch WHERE mark IS NOT NULL
