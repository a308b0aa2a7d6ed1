package org.truceline.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a private cluster, for its owner's eyes only.
 *
 * @param path a real path
 * @param owner who owns it and runs PostgreSQL on it
 */
record ClusterFolder(Path path, ClusterOwner owner) {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterFolder.class);
    private static final Path ELSEWHERE = Path.of("/var/lib/truceline");
    private static final int HASH_LENGTH = 12;
    // Root makes this folder: a note that came with a checkout must not lead it anywhere else.
    private static final Pattern FOLDER_NAME = Pattern.compile("[A-Za-z0-9_.-]*-[0-9a-f]{" + HASH_LENGTH + "}");

    /**
     * The folder {@code database} in the server's home, or, where PostgreSQL's user cannot reach that (root's checkout
     * under {@code /root}), one under {@code /var/lib/truceline} named for the home. The second choice is written down
     * in the home, so that it holds when permissions change later.
     */
    static ClusterFolder in(Path home) throws IOException {
        Path realHome = Files.createDirectories(home).toRealPath();
        ClusterOwner owner = ClusterOwner.find();
        Path path = choose(realHome, owner);
        if (Files.notExists(path)) {
            Files.createDirectory(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        ClusterOwner actual = owner.orOwnerOf(path);
        actual.take(path);
        if (!actual.owns(path)) {
            throw new DatabaseUnavailable(
                    "The data folder " + path + " belongs to " + Files.getOwner(path) + ".",
                    "Start Truceline as the user who started it first (sudo ./run if that was root), or set TRUCELINE_HOME.");
        }
        return new ClusterFolder(path, actual);
    }

    private static Path choose(Path home, ClusterOwner owner) throws IOException {
        Path inside = home.resolve("database");
        Path note = home.resolve("database-folder");
        if (Files.exists(note)) {
            return elsewhere(Files.readString(note).strip());
        }
        if (Files.exists(inside) || owner.reaches(home)) {
            return inside;
        }
        String name = name(home);
        Files.writeString(note, name + "\n");
        Path elsewhere = elsewhere(name);
        LOG.info(
                "PostgreSQL does not run as root, and its user cannot reach {}: the data is kept in {}",
                home,
                elsewhere);
        return elsewhere;
    }

    private static Path elsewhere(String name) throws IOException {
        if (!FOLDER_NAME.matcher(name).matches()) {
            throw new IOException("Not the name of a folder in " + ELSEWHERE + ": " + name);
        }
        return Files.createDirectories(ELSEWHERE).resolve(name);
    }

    private static String name(Path home) {
        String checkout = Optional.ofNullable(home.getParent())
                .flatMap(parent -> Optional.ofNullable(parent.getFileName()))
                .map(Path::toString)
                .orElse("");
        return checkout.replaceAll("[^A-Za-z0-9_.-]", "_") + "-" + hash(home);
    }

    private static String hash(Path path) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(path.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("postgres.log");
    }

    Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    /** Stands in the command line or title of each of the cluster's processes, and of no other's. */
    String clusterName() {
        return "truceline-" + hash(path);
    }

    /** The PostgreSQL version that made the data; empty before the first start. */
    Optional<Integer> findDataVersion() throws IOException {
        return Files.exists(data())
                ? Optional.of(Integer.valueOf(
                        Files.readString(data().resolve("PG_VERSION")).strip()))
                : Optional.empty();
    }
}
