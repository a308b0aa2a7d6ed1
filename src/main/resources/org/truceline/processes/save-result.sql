INSERT INTO truceline.process_result (job_id, output, json) VALUES (:id, :output, :json)
