package org.truceline.commands;

import java.util.List;

/** Something that is done once, instead of starting a server. */
public interface Command {
    /** The exit code of a command that couldn't do what it is for. */
    int NOT_DONE = 2;

    /** The first word of the command line, which asks for it. */
    String name();

    /** What the words after its name are called, in help and errors; all of them are needed. */
    default List<String> parameters() {
        return List.of();
    }

    /**
     * Does it, and says what came of it.
     *
     * @param words what comes after the name, one for each parameter; options, which begin with {@code --}, are not among them
     * @return the exit code: 0 if all is well, {@link #NOT_DONE}, or one that says what was found
     */
    int run(List<String> words);
}
