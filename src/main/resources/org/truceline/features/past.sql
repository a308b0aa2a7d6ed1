-- Sets the moment that the sisters of layers show, for the rest of the transaction, and tells whether it has come and which
-- sister the layer has: NULL where it has none. A sister that is made anew has another oid.
-- Parameters: the moment; the layer's name.
WITH asked AS (SELECT ?::timestamptz AS moment, ?::text AS layer)
SELECT set_config('truceline.as_of', moment::text, true),
       (SELECT c.oid || '/' || c.xmin
          FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'layer_as_of' AND c.relname = layer) AS sister,
       -- A machine whose clock was set back has acts from the time to come.
       moment <= greatest(clock_timestamp(), head.recorded) AS has_come
  FROM asked, history.chain_head head
