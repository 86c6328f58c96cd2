
 OR (c.rid IN (SELECT case_rid FROM case_unsigned) AND c.own
     AND c.state IN ('accepted', 'accepted_deferred', 'accepted_on_commitment', 'dispatched', 'in_process', 'suspended'))
