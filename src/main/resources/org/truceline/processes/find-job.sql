SELECT * FROM truceline.process_job WHERE id = :id
