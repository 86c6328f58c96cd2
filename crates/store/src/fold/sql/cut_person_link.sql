DELETE FROM person_link
 WHERE from_value = :from_value AND from_kind = :from_kind AND into_value = :into_value AND into_kind = :into_kind
