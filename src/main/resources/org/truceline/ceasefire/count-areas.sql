WITH state AS (SELECT status FROM ceasefire.withdrawal_area_state)
SELECT 'total' AS what, count(*) AS number FROM state
UNION ALL
SELECT 'ready', count(*) FROM state WHERE status NOT IN ('pending', 'stale')
UNION ALL
SELECT 'atWork', count(*) FROM ceasefire.withdrawal_area_job WHERE leased_until > clock_timestamp()
UNION ALL
SELECT status, count(*) FROM state GROUP BY status
