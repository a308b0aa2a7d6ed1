package org.truceline;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.truceline.access.PasswordCommand;
import org.truceline.history.VerifyCommand;
import org.truceline.ingest.ImportCommand;

/** The map server for ceasefires. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Truceline {
    private static final Set<String> COMMANDS = Set.of(ImportCommand.NAME, VerifyCommand.NAME, PasswordCommand.NAME);

    /** With which a command ends that couldn't do what it is for; others say what it found. */
    private static final int NOT_DONE = 2;

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Truceline.class);
        if (isCommand(arguments)) {
            application.setWebApplicationType(WebApplicationType.NONE);
            // A server that runs on this folder need not be stopped for it.
            application.setDefaultProperties(Map.of("truceline.database.shared", "true"));
            System.exit(runCommand(application, arguments));
        }
        application.run(arguments);
    }

    /** Whether something else than a web server is wanted. */
    static boolean isCommand(String... arguments) {
        return Stream.of(arguments)
                .filter(argument -> !argument.startsWith("--"))
                .findFirst()
                .filter(COMMANDS::contains)
                .isPresent();
    }

    private static int runCommand(SpringApplication application, String... arguments) {
        try {
            return SpringApplication.exit(application.run(arguments));
        } catch (RuntimeException notStarted) {
            // Such as no database, or a migration that failed; why, has been said.
            return NOT_DONE;
        }
    }
}
