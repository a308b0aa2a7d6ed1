package org.truceline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** The first start makes a cluster, whatever an earlier try left and wherever the home is. */
class FirstStartTest {
    private static final Path HOME = Path.of("target", "first-start").toAbsolutePath();

    @BeforeEach
    void beginWithEmptyHome() throws IOException {
        Files.createDirectories(HOME);
        removeHome();
        Files.createDirectories(HOME);
    }

    @AfterEach
    void removeHome() throws IOException {
        // The data may be outside the home.
        FileSystemUtils.deleteRecursively(ClusterFolder.in(HOME).path());
        FileSystemUtils.deleteRecursively(HOME);
    }

    @Test
    void makesPostgisInAFolderThatOnlyItsOwnerReads() throws Exception {
        try (PrivateCluster cluster = ClusterTest.start(HOME)) {
            assertThat(ClusterTest.text(cluster.address(), "SELECT ST_AsText(ST_Point(70, 40))"))
                    .isEqualTo("POINT(70 40)");
            assertThat(ClusterTest.text(cluster.address(), "SHOW lc_collate")).isEqualTo("C.UTF-8");
            ClusterFolder folder = ClusterFolder.in(HOME);
            assertThat(permissions(folder.path())).isEqualTo("rwx------");
            assertThat(permissions(ClusterPassword.file(folder))).isEqualTo("rw-------");
        }
    }

    @Test
    void beginsAnewWhereAnEarlierOneWasKilled() throws Exception {
        Path draft = Files.createDirectories(ClusterFolder.in(HOME).path().resolve("draft-killed"));
        Files.writeString(draft.resolve("PG_VERSION"), "");
        try (PrivateCluster cluster = ClusterTest.start(HOME)) {
            assertThat(ClusterTest.text(cluster.address(), "SELECT 'answers'")).isEqualTo("answers");
            assertThat(draft).doesNotExist();
        }
    }

    @Test
    void rootsDataGoesWherePostgresCanReachItAndStaysThere() throws Exception {
        Files.setPosixFilePermissions(HOME, PosixFilePermissions.fromString("rwx------"));
        boolean root = ClusterOwner.find().substitute();
        Path chosen = ClusterFolder.in(HOME).path();
        Files.setPosixFilePermissions(HOME, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(chosen.startsWith(HOME.toRealPath())).isNotEqualTo(root);
        assertThat(ClusterFolder.in(HOME).path()).isEqualTo(chosen);
        assertThat(ClusterFolder.in(HOME).owner().uid()).isNotZero();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
