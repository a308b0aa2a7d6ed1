SELECT process, response, failure, place, message
  FROM truceline.process_job
 WHERE id = :id AND status IN ('successful', 'failed')
