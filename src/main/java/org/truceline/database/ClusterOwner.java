package org.truceline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operating-system user that PostgreSQL runs as and that owns its files: the server's own user, or, since
 * PostgreSQL refuses to run as root, one without rights.
 *
 * @param uid its number
 * @param gid its main group's number
 * @param substitute whether the server is root and has to become this user
 */
record ClusterOwner(int uid, int gid, boolean substitute) {
    private static final Path ANYWHERE = Path.of("/");
    private static final List<String> UNPRIVILEGED = List.of("postgres", "nobody");

    /**
     * @throws DatabaseUnavailable if the server is root and there is no user to drop to
     */
    static ClusterOwner find() {
        ClusterOwner self = new ClusterOwner(
                number("id", "-u").orElseThrow(), number("id", "-g").orElseThrow(), false);
        if (self.uid != 0) {
            return self;
        }
        return UNPRIVILEGED.stream()
                .flatMap(name -> number("id", "-u", name).stream()
                        .flatMap(uid -> number("id", "-g", name).stream().map(gid -> new ClusterOwner(uid, gid, true))))
                .findFirst()
                .orElseThrow(() -> new DatabaseUnavailable(
                        "PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it as.",
                        "Start Truceline as another user, or type: adduser --system postgres"));
    }

    /** Root takes over the user that owns a folder already; anybody else stays who they are. */
    ClusterOwner orOwnerOf(Path folder) throws IOException {
        int folderUid = (int) Files.getAttribute(folder, "unix:uid");
        return substitute && folderUid != 0
                ? new ClusterOwner(folderUid, (int) Files.getAttribute(folder, "unix:gid"), true)
                : this;
    }

    boolean owns(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid") == uid;
    }

    /** Makes this user the owner of a file or an empty folder. */
    void take(Path file) throws IOException {
        if (substitute) {
            Files.setAttribute(file, "unix:uid", uid);
            Files.setAttribute(file, "unix:gid", gid);
        }
    }

    /** Whether this user may pass through every folder down to this one. */
    boolean reaches(Path folder) {
        return run(ANYWHERE, List.of("test", "-x", folder.toString())).succeeded();
    }

    /** Runs a program as this user. */
    Command.Outcome run(Path directory, List<String> command) {
        if (!substitute) {
            return Command.run(directory, command);
        }
        List<String> drop = List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
        return Command.run(
                directory, Stream.concat(drop.stream(), command.stream()).toList());
    }

    private static Optional<Integer> number(String... command) {
        Command.Outcome outcome = Command.run(ANYWHERE, List.of(command));
        return outcome.succeeded() ? Optional.of(Integer.valueOf(outcome.output())) : Optional.empty();
    }
}
