package org.truceline.history;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.truceline.commands.Command;

/**
 * {@code verify} on the command line: checks history, and ends with 0 when it is what it was, with 1 when a link is broken,
 * and with 2 when it could not be checked.
 */
@Component
public class VerifyCommand implements Command {
    /** The word on the command line. */
    public static final String NAME = "verify";

    private static final Logger LOG = LoggerFactory.getLogger(VerifyCommand.class);
    private static final int BROKEN = 1;

    private final Verification verification;

    VerifyCommand(Verification verification) {
        this.verification = verification;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(List<String> words) {
        try {
            Verdict verdict = verification.run();
            verdict.broken()
                    .ifPresentOrElse(
                            link -> LOG.error("History is not what it was. {}", link),
                            () -> LOG.info(
                                    "{} versions in {} acts are in order; the last hash is {}",
                                    verdict.versions(),
                                    verdict.acts(),
                                    verdict.head()));
            return verdict.broken().isPresent() ? BROKEN : 0;
        } catch (SQLException e) {
            LOG.error("History could not be checked: {}", e.getMessage());
            return NOT_DONE;
        }
    }
}
