SELECT count(*) AS enquiries FROM enquiry WHERE owner = ?1 AND closed_on IS NULL
