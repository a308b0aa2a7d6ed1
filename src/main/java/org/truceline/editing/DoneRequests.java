package org.truceline.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.truceline.database.SqlFile;

/**
 * The requests with a key that were done, and what they made. A request is kept by the transaction that does it, so that a
 * crash leaves both or neither; one that failed is not kept, and its key is free.
 */
@Component
class DoneRequests {
    private static final Logger LOG = LoggerFactory.getLogger(DoneRequests.class);
    private static final String TAKE_TURN = SqlFile.read(DoneRequests.class, "take-turn.sql");
    private static final String FIND = SqlFile.read(DoneRequests.class, "find-request.sql");
    private static final String KEEP = SqlFile.read(DoneRequests.class, "keep-request.sql");
    private static final String FORGET = SqlFile.read(DoneRequests.class, "forget-requests.sql");

    private final JdbcClient jdbc;

    DoneRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a request made when it was done; empty where it has to be done yet, which nobody else does before this transaction
     * ends.
     *
     * @throws EditFailure.UnderWay if it is being done just now
     * @throws EditFailure.OtherRequest if its key was another request's
     */
    Optional<List<Written>> find(String editor, KeyedRequest request) {
        boolean isOurTurn = jdbc.sql(TAKE_TURN)
                .params(editor, request.key())
                .query(Boolean.class)
                .single();
        if (!isOurTurn) {
            throw new EditFailure.UnderWay();
        }
        // A statement of its own: it sees what was done before the turn was ours.
        Optional<Done> done = jdbc.sql(FIND)
                .params(editor, request.key())
                .query((row, number) -> new Done(row.getString("digest"), written(row)))
                .optional();
        if (done.isPresent() && !done.get().digest().equals(request.digest())) {
            throw new EditFailure.OtherRequest();
        }
        return done.map(Done::written);
    }

    void keep(String editor, KeyedRequest request, List<Written> written) {
        jdbc.sql(KEEP)
                .params(
                        editor,
                        request.key(),
                        request.digest(),
                        written.stream().map(Written::id).toArray(String[]::new),
                        written.stream().map(Written::rev).toArray(Long[]::new))
                .update();
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void forget() {
        try {
            jdbc.sql(FORGET).update();
        } catch (DataAccessException failure) {
            LOG.debug("Old requests can't be deleted just now: {}", failure.getMessage());
        }
    }

    private static List<Written> written(ResultSet row) throws SQLException {
        String[] ids = (String[]) row.getArray("features").getArray();
        Long[] revs = (Long[]) row.getArray("revs").getArray();
        List<Written> written = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            written.add(new Written(ids[i], revs[i]));
        }
        return written;
    }

    private record Done(String digest, List<Written> written) {}
}
