-- For a server that has the lease already, more time; else for one whose predecessor let it run out.
INSERT INTO ceasefire.finding_lease AS held (rule_id, claim, worker, leased_until)
VALUES (:rule, :claim, :worker, clock_timestamp() + make_interval(secs => :leaseSeconds))
ON CONFLICT (rule_id, claim) DO UPDATE
   SET worker = excluded.worker, leased_until = excluded.leased_until
 WHERE held.worker = excluded.worker OR held.leased_until < clock_timestamp()
