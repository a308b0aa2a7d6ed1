-- A repetition comes within seconds, or when the network does: after a week nobody waits for it any more.
DELETE FROM truceline.done_request d WHERE d.done < now() - interval '7 days'
