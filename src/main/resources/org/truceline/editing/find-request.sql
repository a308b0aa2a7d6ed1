SELECT d.digest, d.features, d.revs FROM truceline.done_request d WHERE d.editor = ? AND d.key = ?
