package org.truceline.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/** Runs the command that the command line asks for, and ends with its exit code; without one it does nothing. */
@Component
public class CommandLine implements ApplicationRunner, ExitCodeGenerator {
    private static final Logger LOG = LoggerFactory.getLogger(CommandLine.class);

    private final List<Command> commands;
    private int exitCode;

    CommandLine(List<Command> commands) {
        this.commands = commands;
    }

    /** The word that asks for a command: the first that is no option. Empty: a server is wanted. */
    public static Optional<String> findCommand(String... arguments) {
        return Stream.of(arguments)
                .filter(argument -> !argument.isEmpty() && !argument.startsWith("--"))
                .findFirst();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        for (Command command : commands) {
            if (!words.isEmpty() && words.get(0).equals(command.name())) {
                exitCode = run(command, words.subList(1, words.size()));
            }
        }
    }

    private static int run(Command command, List<String> words) {
        if (words.size() != command.parameters().size()) {
            List<String> expected = new ArrayList<>(List.of(command.name()));
            expected.addAll(command.parameters());
            LOG.error("Nothing was done: expected is \"{}\"", String.join(" ", expected));
            return Command.NOT_DONE;
        }
        return command.run(words);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
