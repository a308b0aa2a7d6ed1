-- Who edits, why and from where, for the acts that history makes of it; refused for whoever has no account. Times as text
-- are UTC, so that equal ones are equal texts.
SELECT truceline.require_editor() AS editor
  FROM (SELECT set_config('truceline.editor', ?, true),
               set_config('truceline.correction_reason', ?, true),
               set_config('truceline.origin', 'OGC API', true),
               set_config('TimeZone', 'UTC', true),
               set_config('statement_timeout', '30s', true)
        OFFSET 0) AS said
