package org.truceline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;

/** Folders as users bring them, into the real database. */
class DatasetImportTest extends ServerTest {
    private static final String CHRONICLE_HEADER =
            "id,local_date,local_time_from,utc_offset,time_precision,lat,lon,category,reporting_side,attributed_to,summary,casualties_as_reported,source_url\n";

    @TempDir
    private Path folder;

    @Autowired
    private DatasetImport datasets;

    @AfterEach
    void forget() {
        for (String table :
                List.of("incident", "statement", "agreement", "place", "alignment", "boundary_line", "party")) {
            jdbc().sql("DELETE FROM ceasefire." + table + " WHERE dataset_id = 'test-source'")
                    .update();
        }
        jdbc().sql("DELETE FROM ceasefire.dataset WHERE part_of = 'test' ").update();
        jdbc().sql("DELETE FROM ceasefire.dataset WHERE id = 'test'").update();
    }

    @Test
    void goodRowsLoadAndBadOnesAreReportedWithNumberAndReason() throws IOException {
        manifest("chronicle", "chronicle.csv", "");
        write(
                "chronicle.csv",
                CHRONICLE_HEADER
                        + "T-1,2021-04-29,13:05,+05:00,minute,39.9,70.5,armed_clash,TJ,KG,One,,https://example.org/1\n"
                        + "T-2,2021-04-29,13:05,+05:00,minute,39.9,70.5,brawl,TJ,KG,Two,,\n"
                        + "T-3,2021-04-29,13:05,+05:00,minute,91,70.5,armed_clash,TJ,KG,Three,,\n"
                        + "T-4,2021-04-29,13:05,+05:00,minute,39.9,,armed_clash,TJ,KG,Four,,\n"
                        + "T-5,2021-04-29,13:05,+05:00,minute,39.9,70.5,armed_clash,XX,KG,Five,,\n"
                        + "T-6,2021-04-29,13:05,+05:00,minute,39.9,70.5,armed_clash,TJ,KG,Six,,javascript:alert(1)\n"
                        + "T 7,2021-04-29,13:05,+05:00,minute,39.9,70.5,armed_clash,TJ,KG,Seven,,\n"
                        + "T-1,2021-04-30,13:05,+05:00,minute,39.9,70.5,armed_clash,TJ,KG,Again,,\n"
                        + "T-9,2021-04-29,13:05,+05:00,minute,,,armed_clash,TJ,,Nine,ZZ: 3 dead,\n"
                        + "T-10,2021-04-29,13:05,+05:00,minute,,,armed_clash,TJ,,Nul \0 in it,,\n");
        FileReport report = datasets.run(DatasetFolder.at(folder)).files().get(0);
        assertThat(report.read()).isEqualTo(10);
        assertThat(report.loaded()).isEqualTo(1);
        assertThat(report.rejections().stream().map(Rejection::toString))
                .satisfiesExactly(
                        row -> assertThat(row)
                                .startsWith("chronicle.csv, row 3, category: is 'brawl'; expected one of agreement,"),
                        row -> assertThat(row).startsWith("chronicle.csv, row 4, geometry: reaches 70.5 91.0, beyond"),
                        row -> assertThat(row).startsWith("chronicle.csv, row 5, lon: is missing, while"),
                        row -> assertThat(row).contains("row 6").contains("(party_id)=(XX) is not present"),
                        row -> assertThat(row).contains("row 7").contains("incident_source_url_check"),
                        row -> assertThat(row).startsWith("chronicle.csv, row 8, id: is 'T 7'; expected"),
                        row -> assertThat(row).isEqualTo("chronicle.csv, row 9, id: 'T-1' is the id of row 2 too"),
                        row -> assertThat(row).contains("row 10").contains("(party_id)=(ZZ) is not present"),
                        row -> assertThat(row).startsWith("chronicle.csv, row 11: the database refuses it"));
        assertThat(jdbc().sql("SELECT summary FROM layer.incidents WHERE dataset = 'test-source'")
                        .query(String.class)
                        .list())
                .containsExactly("One");
    }

    @Test
    void aReportIsKnownSinceItsSourceElseSinceTheEndOfTheDay() throws IOException {
        manifest("chronicle", "chronicle.csv", "");
        write(
                "chronicle.csv",
                CHRONICLE_HEADER.replace("source_url\n", "source_url,source_published_at\n")
                        + "T-1,2021-04-29,23:30,+05:00,minute,39.9,70.5,armed_clash,TJ,,One,,,2021-05-02T10:00:00+05:00\n"
                        + "T-2,2021-04-29,23:30,+05:00,part_of_day,39.9,70.5,armed_clash,TJ,,Two,,,\n");
        datasets.run(DatasetFolder.at(folder));
        assertThat(jdbc().sql(
                                "SELECT concat_ws(' ', v.record, v.known_from AT TIME ZONE 'UTC', v.is_known_assumed, a.origin)"
                                        + " FROM history.version v JOIN history.act a ON a.id = v.act"
                                        + " WHERE v.record LIKE 'T-%' AND a.id = (SELECT max(id) FROM history.act WHERE origin = 'import of test')"
                                        + " ORDER BY v.record")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "T-1 2021-05-02 05:00:00 f import of test",
                        "T-1/1 2021-05-02 05:00:00 f import of test",
                        "T-2 2021-04-30 19:00:00 t import of test",
                        "T-2/1 2021-04-30 19:00:00 t import of test");
    }

    @Test
    void aCorrectedFileAddsWhatWasMissing() throws IOException {
        manifest("parties", "parties.csv", "");
        write("parties.csv", "id,name,kind\nt-one,One,state\nt-two,Two,empire\n");
        assertThat(datasets.run(DatasetFolder.at(folder)).hasRejections()).isTrue();
        write("parties.csv", "id,name,kind\nt-one,Renamed,state\nt-two,Two,armed_group\n");
        FileReport report = datasets.run(DatasetFolder.at(folder)).files().get(0);
        assertThat(report.loaded()).isEqualTo(1);
        assertThat(report.alreadyThere()).isEqualTo(1);
        assertThat(jdbc().sql("SELECT name FROM ceasefire.party WHERE dataset_id = 'test-source' ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("One", "Two");
    }

    @Test
    void anIdOfAnotherDataSetIsNotTakenForOneThatIsThereAlready() throws IOException {
        manifest("parties", "parties.csv", "");
        write("parties.csv", "id,name,kind\nKG,Somebody else,state\n");
        assertThat(datasets.run(DatasetFolder.at(folder)).files().get(0).rejections())
                .extracting(Rejection::reason)
                .containsExactly("'KG' is taken by a record of kt-agreements");
    }

    @Test
    void agreementsThatNoFileListsComeFromTheChronicle() throws IOException {
        manifest("chronicle", "chronicle.csv", "");
        write(
                "chronicle.csv",
                CHRONICLE_HEADER.replace("id,", "same_event_group,id,")
                        + "t-group,T-20,2021-04-29,20:00,+06:00,minute,,,ceasefire_agreed,KG,KG;TJ,First account,,\n"
                        + "t-group,T-21,2021-04-29,20:00,+06:00,minute,,,ceasefire_agreed,TJ,KG;TJ,Second account,,\n");
        assertThat(datasets.run(DatasetFolder.at(folder)).hasRejections()).isFalse();
        assertThat(jdbc().sql("SELECT id || ': ' || parties || ', ' || jsonb_array_length(accounts)"
                                + " FROM layer.agreements WHERE dataset = 'test-source'")
                        .query(String.class)
                        .list())
                .containsExactly("t-group: KG, TJ, 2");
    }

    @Test
    void aFileInAnotherReferenceSystemIsPutWhereItBelongs() throws IOException {
        manifest("chronicle", "chronicle.csv", ", \"crs\": \"EPSG:32642\"");
        write(
                "chronicle.csv",
                CHRONICLE_HEADER
                        + "T-30,2021-04-29,13:05,+05:00,minute,4428000,500000,armed_clash,TJ,KG,On the meridian,,\n");
        assertThat(datasets.run(DatasetFolder.at(folder)).hasRejections()).isFalse();
        assertThat(jdbc().sql("SELECT ST_AsText(geom, 2) FROM layer.incidents WHERE id = 'T-30'")
                        .query(String.class)
                        .single())
                .isEqualTo("POINT(69 40)");
    }

    @Test
    void aFileInAnUnknownReferenceSystemIsRefusedAndNothingIsLoaded() throws IOException {
        manifest("parties", "parties.csv", ", \"crs\": \"EPSG:999999\"");
        write("parties.csv", "id,name,kind\nt-one,One,state\n");
        assertThatThrownBy(() -> datasets.run(DatasetFolder.at(folder)))
                .isInstanceOf(ImportFailure.class)
                .hasMessageContaining("EPSG:999999");
        assertThat(jdbc().sql("SELECT count(*) FROM ceasefire.dataset WHERE id = 'test'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aManifestSaysWhatIsWrongWithIt() throws IOException {
        assertFailure("there is no file dataset.json");
        write("dataset.json", "{");
        assertFailure("dataset.json is not as expected");
        write("dataset.json", "{\"format\": \"something\"}");
        assertFailure("format is 'something'; expected 'truceline-dataset-1'");
        manifest("parties", "../parties.csv", "");
        assertFailure("the file ../parties.csv is not within the folder");
        manifest("people", "parties.csv", "");
        assertFailure("people");
        manifest("parties", "parties.csv", ", \"filds\": {}");
        assertFailure("filds");
        manifest("parties", "parties.txt", "");
        write("parties.txt", "id");
        assertFailure("parties.txt is of no known format");
    }

    private void assertFailure(String message) {
        assertThatThrownBy(() -> datasets.run(DatasetFolder.at(folder)))
                .isInstanceOf(ImportFailure.class)
                .hasMessageContaining(message);
    }

    private void manifest(String kind, String path, String more) throws IOException {
        write("dataset.json", """
                {"format": "truceline-dataset-1", "id": "test", "title": "Test", "licence": "None",
                 "sources": [{"id": "test-source", "title": "Test", "licence": "None"}],
                 "files": [{"path": "%s", "kind": "%s", "source": "test-source"%s}]}
                """.formatted(path, kind, more));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
