package org.truceline.access;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.truceline.commands.Command;

/** {@code password} on the command line: gives the admin another password and prints it; ends with 2 where it can't. */
@Component
public class PasswordCommand implements Command {
    /** The word on the command line. */
    public static final String NAME = "password";

    private static final Logger LOG = LoggerFactory.getLogger(PasswordCommand.class);

    private final Accounts accounts;

    PasswordCommand(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(List<String> words) {
        try {
            Console.print("user      %s%npassword  %s".formatted(Accounts.ADMIN, accounts.renewAdmin()));
            return 0;
        } catch (DataAccessException failure) {
            LOG.error("The password is what it was: {}", failure.getMessage());
            return NOT_DONE;
        }
    }
}
