DELETE FROM ceasefire.finding_lease WHERE rule_id = :rule AND claim = :claim AND worker = :worker
