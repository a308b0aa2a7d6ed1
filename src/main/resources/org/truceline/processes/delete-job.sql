DELETE FROM truceline.process_job
 WHERE id = :id AND status NOT IN ('accepted', 'running')
RETURNING *
