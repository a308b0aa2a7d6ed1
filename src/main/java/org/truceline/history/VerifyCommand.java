package org.truceline.history;

import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * {@code verify} on the command line: checks history, and ends with 0 when it is what it was, with 1 when a link is broken,
 * and with 2 when it could not be checked.
 */
@Component
public class VerifyCommand implements ApplicationRunner, ExitCodeGenerator {
    /** The word on the command line. */
    public static final String NAME = "verify";

    private static final Logger LOG = LoggerFactory.getLogger(VerifyCommand.class);
    private static final int BROKEN = 1;
    private static final int NOT_CHECKED = 2;

    private final Verification verification;
    private int exitCode;

    VerifyCommand(Verification verification) {
        this.verification = verification;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (words.isEmpty() || !words.get(0).equals(NAME)) {
            return;
        }
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
            exitCode = verdict.broken().isPresent() ? BROKEN : 0;
        } catch (SQLException e) {
            LOG.error("History could not be checked: {}", e.getMessage());
            exitCode = NOT_CHECKED;
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
