package org.truceline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrivateClusterTest extends ClusterTest {
    @Test
    void nobodyGetsInWithoutThePassword() {
        PrivateCluster cluster = keep(start());
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(cluster.address().jdbcUrl(), "postgres", "wrong")
                        .close())
                .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
    }

    @Test
    void laterStartKeepsTheDataAndStopLeavesNoProcess() throws Exception {
        try (PrivateCluster cluster = start()) {
            note(cluster, "kept");
        }
        assertThat(processes().list()).isEmpty();
        assertThat(notes(keep(start()))).isEqualTo("kept");
    }

    @Test
    void aSecondServerIsRefusedAndToldWhoHoldsTheFolder() throws Exception {
        ServerProcess server = keep(ServerProcess.start(HOME));
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(ClusterTest::start)
                .withMessageContaining("process " + server.pid())
                .withMessageContaining(folder().path().toString());
    }

    @Test
    void aSecondServerInTheSameProcessIsRefusedAndTheFirstKeepsItsLock() {
        keep(start());
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(ClusterTest::start);
        }
    }

    @Test
    void aFailureToStartShowsTheEndOfPostgresLog() throws Exception {
        Path settings = folder().data().resolve("postgresql.auto.conf");
        String before = Files.readString(settings);
        Files.writeString(settings, "no_such_setting = on\n", StandardOpenOption.APPEND);
        try {
            assertThatExceptionOfType(DatabaseUnavailable.class)
                    .isThrownBy(ClusterTest::start)
                    .withMessageContaining("no_such_setting");
        } finally {
            Files.writeString(settings, before);
        }
    }

    @Test
    void withoutPostgresTheOperatorIsToldWhatToInstall() throws Exception {
        Path empty = Files.createDirectories(Path.of("target", "no-binaries"));
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> PostgresInstallation.find(Optional.of(empty), Optional.empty()))
                .satisfies(e -> assertThat(e.remedy()).contains("apt-get install"));
    }

    @Test
    void dataOfAnotherVersionIsNotTouched() {
        assertThatExceptionOfType(DatabaseUnavailable.class)
                .isThrownBy(() -> PostgresInstallation.find(Optional.empty(), Optional.of(9)))
                .withMessageContaining("PostgreSQL 9");
    }
}
