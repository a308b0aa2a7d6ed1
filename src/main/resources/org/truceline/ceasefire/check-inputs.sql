-- A row when what the result was computed from is still what stands there.
SELECT 1 FROM ceasefire.withdrawal_area_state WHERE rule_id = :rule AND claim = :claim AND inputs = :inputs::jsonb
