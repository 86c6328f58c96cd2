UPDATE result
   SET place = 'counter', kept = :kept, arrived_on = :on, parcel = NULL, carrier = NULL, tracking = NULL
 WHERE case_rid = :case_rid AND id = :id AND place <> 'delivered'
