WITH state AS (
    SELECT CASE WHEN weighing = 'pending' THEN 'pending' WHEN weighing = 'due' OR is_moving THEN 'stale' ELSE 'current' END AS status
      FROM ceasefire.compliance_state
)
SELECT 'total' AS what, count(*) AS number FROM state
UNION ALL
SELECT 'ready', count(*) FROM state WHERE status = 'current'
UNION ALL
SELECT 'atWork', count(*) FROM ceasefire.finding_lease WHERE leased_until > clock_timestamp()
UNION ALL
SELECT status, count(*) FROM state GROUP BY status
