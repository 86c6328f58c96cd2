UPDATE result
   SET place = 'posted', parcel = :parcel, carrier = :carrier, tracking = :tracking, posted_on = :on
 WHERE case_rid = :case_rid AND id = :id AND place <> 'delivered'
