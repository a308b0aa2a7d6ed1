package org.truceline.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Makes the cluster's data folder: complete or not at all, whenever the power goes. */
final class ClusterCreation {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterCreation.class);
    private static final String DRAFT = "draft-";

    private ClusterCreation() {}

    /** Does nothing if the folder holds a cluster already. */
    static void ensure(ClusterFolder folder, PostgresInstallation installation) throws IOException {
        removeDrafts(folder);
        if (Files.exists(folder.data())) {
            return;
        }
        LOG.info("Making a private PostgreSQL {} cluster in {}", installation.majorVersion(), folder.path());
        // A name of its own: an initdb of a killed server may still be writing into the last draft.
        Path draft = folder.path().resolve(DRAFT + UUID.randomUUID());
        initialise(folder, installation, draft);
        Files.move(draft, folder.data(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(folder.path(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static void initialise(ClusterFolder folder, PostgresInstallation installation, Path draft) {
        Command.Outcome outcome = folder.owner()
                .run(
                        folder.path(),
                        List.of(
                                installation.program("initdb"),
                                "--pgdata=" + folder.path().relativize(draft),
                                "--username=" + ClusterContents.SUPERUSER,
                                "--pwfile=" + folder.path().relativize(ClusterPassword.file(folder)),
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale=C.UTF-8",
                                "--data-checksums"));
        if (!outcome.succeeded()) {
            throw new DatabaseUnavailable(
                    "PostgreSQL could not make its data folder in " + folder.path() + ":\n" + outcome.output(),
                    "Remove what the message names (a full disk, missing rights), then start again.");
        }
    }

    private static void removeDrafts(ClusterFolder folder) throws IOException {
        List<Path> drafts;
        try (Stream<Path> files = Files.list(folder.path())) {
            drafts = files.filter(file -> String.valueOf(file.getFileName()).startsWith(DRAFT))
                    .toList();
        }
        for (Path draft : drafts) {
            FileSystemUtils.deleteRecursively(draft);
        }
    }
}
