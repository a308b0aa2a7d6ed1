INSERT INTO truceline.process_job (id, requester, process, request, response)
VALUES (:id, truceline.requester_digest(:requester), :process, :request, :response)
RETURNING *
