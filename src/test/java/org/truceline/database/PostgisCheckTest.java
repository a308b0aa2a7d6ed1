package org.truceline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Databases that an operator may name, and what the operator is told; the private cluster plays the operator's. */
class PostgisCheckTest extends ClusterTest {
    private DatabaseAddress superuser = DatabaseAddress.local(1, "postgres", "postgres", "");

    @BeforeEach
    void beginWithFreshDatabase() throws Exception {
        int port = Integer.parseInt(keep(start()).address().place().replaceAll(".*:(\\d+)/.*", "$1"));
        String password = Files.readString(ClusterPassword.file(folder())).strip();
        run(
                DatabaseAddress.local(port, "postgres", "postgres", password),
                "DROP DATABASE IF EXISTS named",
                "DROP ROLE IF EXISTS guest",
                "CREATE DATABASE named",
                "CREATE ROLE guest LOGIN PASSWORD 'guest'");
        superuser = DatabaseAddress.local(port, "named", "postgres", password);
    }

    @Test
    void createsPostgisWhereItMay() throws Exception {
        new PostgisCheck(superuser).run();
        assertThat(text(superuser, "SELECT postgis_lib_version()")).startsWith("3.");
    }

    @Test
    void nodesThatStartTogetherTakeTurns() {
        List<CompletableFuture<Void>> nodes = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> new PostgisCheck(superuser).run()))
                .limit(4)
                .toList();
        assertThat(nodes).allSatisfy(node -> assertThat(node).succeedsWithin(Duration.ofSeconds(20)));
    }

    @Test
    void withoutTheRightToCreatePostgisItSaysWhatToType() {
        assertRefused(as("guest", "guest"))
                .withMessageContaining("has no PostGIS")
                .satisfies(e -> assertThat(e.remedy()).contains("CREATE EXTENSION postgis;"));
    }

    @Test
    void withoutTheRightToCreateSchemasItSaysWhatToType() throws Exception {
        run(superuser, "CREATE EXTENSION postgis");
        assertRefused(as("guest", "guest"))
                .satisfies(e -> assertThat(e.remedy()).contains("GRANT CREATE ON DATABASE \"named\" TO \"guest\";"));
    }

    @Test
    void withTheSchemaThereTheRightToCreateItIsNotNeeded() throws Exception {
        run(superuser, "CREATE EXTENSION postgis", "CREATE SCHEMA truceline AUTHORIZATION guest");
        new PostgisCheck(as("guest", "guest")).run();
    }

    @Test
    void aWrongPasswordIsTold() {
        assertRefused(as("guest", "wrong")).withMessageContaining("password authentication failed");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsTold() {
        assertRefused(DatabaseAddress.local(1, "named", "guest", "guest")).withMessageContaining("127.0.0.1:1/named");
    }

    private static ThrowableAssertAlternative<DatabaseUnavailable> assertRefused(DatabaseAddress address) {
        return assertThatExceptionOfType(DatabaseUnavailable.class).isThrownBy(() -> new PostgisCheck(address).run());
    }

    private DatabaseAddress as(String user, String password) {
        return new DatabaseAddress(superuser.jdbcUrl(), Optional.of(user), Optional.of(password));
    }
}
