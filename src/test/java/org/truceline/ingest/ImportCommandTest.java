package org.truceline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.truceline.ServerTest;
import org.truceline.Truceline;

/** The command beside a running server, on the server's database. */
class ImportCommandTest extends ServerTest {
    @TempDir
    private Path folder;

    @Autowired
    private JdbcConnectionDetails database;

    @AfterEach
    void forget() {
        jdbc().sql("DELETE FROM ceasefire.party WHERE dataset_id = 'test-source'")
                .update();
        jdbc().sql("DELETE FROM ceasefire.dataset WHERE id = 'test-source'").update();
        jdbc().sql("DELETE FROM ceasefire.dataset WHERE id = 'test'").update();
    }

    @Test
    void endsWithZeroWhenEveryRowIsLoadedOrThere() {
        assertThat(run("import", "gis/data/kyrgyz-tajik")).isZero();
    }

    @Test
    void endsWithOneWhenARowIsRejected() throws IOException {
        Files.writeString(folder.resolve("dataset.json"), """
                {"format": "truceline-dataset-1", "id": "test", "title": "Test", "licence": "None",
                 "sources": [{"id": "test-source", "title": "Test", "licence": "None"}],
                 "files": [{"path": "parties.csv", "kind": "parties", "source": "test-source"}]}
                """);
        Files.writeString(folder.resolve("parties.csv"), "id,name,kind\nt-one,One,empire\n");
        assertThat(run("import", folder.toString())).isEqualTo(1);
    }

    @Test
    void endsWithTwoWhenThereIsNothingToLoad() {
        assertThat(run("import", folder.toString())).isEqualTo(2);
    }

    @Test
    void endsWithTwoWhereTheFolderIsNotSaidOrSomethingMore() {
        assertThat(run("import")).isEqualTo(2);
        assertThat(run("import", "gis/data/kyrgyz-tajik", "more")).isEqualTo(2);
    }

    private int run(String... words) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "--truceline.home=target/truceline-import",
                                "--truceline.database.url=" + database.getJdbcUrl(),
                                "--truceline.database.user=" + database.getUsername(),
                                "--truceline.database.password=" + database.getPassword()),
                        Stream.of(words))
                .toArray(String[]::new);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Truceline.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
        return SpringApplication.exit(context);
    }
}
