UPDATE ceasefire.withdrawal_area SET held_to = greatest(held_from, now()) WHERE rule_id = :rule AND claim = :claim AND held_to IS NULL
