SELECT output, json FROM truceline.process_result WHERE job_id = :id ORDER BY position
