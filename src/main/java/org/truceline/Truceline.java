package org.truceline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.truceline.access.PasswordCommand;
import org.truceline.commands.Command;
import org.truceline.commands.CommandLine;
import org.truceline.history.VerifyCommand;
import org.truceline.ingest.ImportCommand;

/** The map server for ceasefires. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Truceline {
    private static final List<String> COMMANDS = List.of(ImportCommand.NAME, PasswordCommand.NAME, VerifyCommand.NAME);

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Truceline.class);
        Optional<String> command = CommandLine.findCommand(arguments);
        if (command.isPresent()) {
            requireKnown(command.get());
            application.setWebApplicationType(WebApplicationType.NONE);
            // A server that runs on this folder need not be stopped for it.
            application.setDefaultProperties(Map.of("truceline.database.shared", "true"));
            System.exit(runCommand(application, arguments));
        }
        application.run(arguments);
    }

    /** Before anything is started: a slip of the pen makes no database. */
    private static void requireKnown(String command) {
        if (!COMMANDS.contains(command)) {
            System.err.printf(
                    "There is no command \"%s\"; expected is one of %s, or none to start the server.%n",
                    command, String.join(", ", COMMANDS));
            System.exit(Command.NOT_DONE);
        }
    }

    private static int runCommand(SpringApplication application, String... arguments) {
        try {
            return SpringApplication.exit(application.run(arguments));
        } catch (RuntimeException notStarted) {
            // Such as no database, or a migration that failed; why, has been said.
            return Command.NOT_DONE;
        }
    }
}
