package org.truceline.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The private cluster's password, random and kept in a file for its owner only: other users of the machine can reach
 * the port, and must not get in.
 */
final class ClusterPassword {
    private static final int BYTES = 24;

    private ClusterPassword() {}

    static Path file(ClusterFolder folder) {
        return folder.path().resolve("password");
    }

    /** Reads the password; makes one when the cluster is still to be made. */
    static String in(ClusterFolder folder) throws IOException {
        Path file = file(folder);
        if (Files.notExists(file)) {
            if (Files.exists(folder.data())) {
                throw new DatabaseUnavailable(
                        "The private database's password file " + file + " is gone.",
                        "Put it back from a backup, or move " + folder.path()
                                + " away to start with an empty database.");
            }
            write(folder, file);
        }
        return Files.readString(file).strip();
    }

    private static void write(ClusterFolder folder, Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        Path draft = Files.createTempFile(
                folder.path(),
                "password",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(bytes) + "\n");
        folder.owner().take(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
