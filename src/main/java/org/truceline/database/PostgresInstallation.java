package org.truceline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * PostgreSQL's programs on this machine, of a version that has PostGIS.
 *
 * @param binaries the folder of {@code initdb} and {@code pg_ctl}
 * @param majorVersion 15, 16, …
 */
record PostgresInstallation(Path binaries, int majorVersion) {
    private static final Path ANYWHERE = Path.of("/");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final int OLDEST_MAJOR = 15;
    private static final Pattern VERSION = Pattern.compile("PostgreSQL (\\d+)");
    private static final String INSTALL =
            "On Debian type: sudo apt-get install postgresql-postgis (or set TRUCELINE_DATABASE_URL to name a database).";

    /**
     * Looks through Debian's versioned folders, then asks the {@code pg_config} on the path; the newest wins.
     *
     * @param only look here and nowhere else
     * @param madeBy the version that an existing cluster needs
     * @throws DatabaseUnavailable if there is none
     */
    static PostgresInstallation find(Optional<Path> only, Optional<Integer> madeBy) {
        List<PostgresInstallation> found = only.map(Stream::of)
                .orElseGet(PostgresInstallation::candidates)
                .flatMap(folder -> inspect(folder).stream())
                .sorted(Comparator.comparing(PostgresInstallation::majorVersion).reversed())
                .toList();
        return found.stream()
                .filter(installation -> madeBy.map(version -> version == installation.majorVersion)
                        .orElse(installation.majorVersion >= OLDEST_MAJOR))
                .findFirst()
                .orElseThrow(() -> missing(only, madeBy));
    }

    private static DatabaseUnavailable missing(Optional<Path> only, Optional<Integer> madeBy) {
        String where = only.map(folder -> " in " + folder).orElse(" on this machine");
        return madeBy.map(version -> new DatabaseUnavailable(
                        "The database was made by PostgreSQL " + version
                                + ", and there is no PostgreSQL of that version with PostGIS" + where + ".",
                        "On Debian type: sudo apt-get install postgresql-" + version + "-postgis-3"))
                .orElseGet(() -> new DatabaseUnavailable(
                        "There is no PostgreSQL " + OLDEST_MAJOR + " or newer with PostGIS" + where + ".", INSTALL));
    }

    private static Stream<Path> candidates() {
        return Stream.concat(debian(), onPath());
    }

    private static Stream<Path> debian() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> onPath() {
        return ask("pg_config", "--bindir").map(Path::of).stream();
    }

    private static Optional<PostgresInstallation> inspect(Path folder) {
        String pgConfig = folder.resolve("pg_config").toString();
        if (!Files.isExecutable(folder.resolve("initdb")) || !Files.isExecutable(folder.resolve("pg_ctl"))) {
            return Optional.empty();
        }
        boolean postgis = ask(pgConfig, "--sharedir")
                .filter(share -> Files.exists(Path.of(share, "extension", "postgis.control")))
                .isPresent();
        return postgis ? ask(pgConfig, "--version").flatMap(text -> installation(folder, text)) : Optional.empty();
    }

    private static Optional<PostgresInstallation> installation(Path folder, String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.find()
                ? Optional.of(new PostgresInstallation(folder, Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    private static Optional<String> ask(String... command) {
        try {
            Command.Outcome outcome = Command.run(ANYWHERE, List.of(command));
            return outcome.succeeded() ? Optional.of(outcome.output()) : Optional.empty();
        } catch (UncheckedIOException noSuchProgram) {
            return Optional.empty();
        }
    }

    String program(String name) {
        return binaries.resolve(name).toString();
    }
}
