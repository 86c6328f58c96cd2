UPDATE result
   SET place = 'delivered', delivery = :delivery, delivered_on = :on, way = :way
 WHERE case_rid = :case_rid AND id = :id
