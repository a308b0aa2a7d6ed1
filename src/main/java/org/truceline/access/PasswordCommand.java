package org.truceline.access;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** {@code password} on the command line: gives the admin another password and prints it; ends with 2 where it can't. */
@Component
public class PasswordCommand implements ApplicationRunner, ExitCodeGenerator {
    /** The word on the command line. */
    public static final String NAME = "password";

    private static final Logger LOG = LoggerFactory.getLogger(PasswordCommand.class);
    private static final int FAILED = 2;

    private final Accounts accounts;
    private int exitCode;

    PasswordCommand(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (words.isEmpty() || !words.get(0).equals(NAME)) {
            return;
        }
        try {
            Console.print("user      %s%npassword  %s".formatted(Accounts.ADMIN, accounts.renewAdmin()));
        } catch (DataAccessException failure) {
            LOG.error("The password is what it was: {}", failure.getMessage());
            exitCode = FAILED;
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
