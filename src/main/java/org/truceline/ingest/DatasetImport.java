package org.truceline.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.truceline.crs.CrsRegistry;

/**
 * Loads a data set folder in one transaction: however it is interrupted, all of it is there or nothing. Loading it again
 * adds what is missing, and changes nothing that is there.
 */
@Service
public class DatasetImport {
    /** Two nodes that load one data set at once take turns. */
    private static final long IMPORT_LOCK = 0x7472_7563_656cL;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final RowInserter rows;
    private final RecordLoader loader;
    private final CrsRegistry crsRegistry;

    DatasetImport(
            JdbcClient jdbc,
            TransactionOperations transaction,
            RowInserter rows,
            RecordLoader loader,
            CrsRegistry crsRegistry) {
        this.crsRegistry = crsRegistry;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rows = rows;
        this.loader = loader;
    }

    /**
     * Loads a folder.
     *
     * @return what became of each row of each file
     * @throws ImportFailure if the folder as a whole cannot be loaded; then nothing is
     */
    public ImportReport run(DatasetFolder folder) {
        Manifest manifest = folder.readManifest();
        Map<String, byte[]> contents = new LinkedHashMap<>();
        manifest.files().forEach(file -> contents.put(file.path(), folder.read(file.path())));
        return transaction.execute(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?), set_config('truceline.origin', ?, true)")
                    .params(IMPORT_LOCK, "import of " + manifest.id())
                    .query()
                    .listOfRows();
            insertDatasets(manifest, contents);
            ImportReport report = new ImportReport(manifest.id(), loadFiles(manifest, contents));
            jdbc.sql("SELECT ceasefire.credit_layers()").query().listOfRows();
            return report;
        });
    }

    /** Whether a folder with this id has been loaded. */
    boolean isLoaded(String dataset) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM ceasefire.dataset WHERE id = ?)")
                .param(dataset)
                .query(Boolean.class)
                .single();
    }

    private List<FileReport> loadFiles(Manifest manifest, Map<String, byte[]> contents) {
        Formats formats = new Formats();
        List<FileReport> reports = new ArrayList<>();
        for (Manifest.FileEntry file : manifest.files()) {
            byte[] content = contents.getOrDefault(file.path(), new byte[0]);
            UnaryOperator<Geometry> toCrs84 = FileCrs.toCrs84(file.path(), file.findCrs(), crsRegistry);
            reports.add(new FileImport(file, toCrs84, formats.get(file.kind()), loader).run(content));
        }
        return reports;
    }

    private void insertDatasets(Manifest manifest, Map<String, byte[]> contents) {
        rows.insert(TableRow.into("dataset")
                .set("id", manifest.id())
                .set("title", manifest.title())
                .set("licence", manifest.licence())
                .set("sha256", sha256(contents))
                .row());
        for (Manifest.Source source : manifest.sources()) {
            boolean inserted = rows.insert(TableRow.into("dataset")
                    .set("id", source.id())
                    .set("part_of", manifest.id())
                    .set("title", source.title())
                    .set("publisher", Optional.ofNullable(source.publisher()))
                    .set("licence", source.licence())
                    .set("licence_url", Optional.ofNullable(source.licenceUrl()))
                    .set("attribution", Optional.ofNullable(source.attribution()))
                    .set("url", Optional.ofNullable(source.url()))
                    .set(
                            "snapshot_from",
                            Optional.ofNullable(source.snapshotFrom()).map(LocalDate::parse))
                    .set("snapshot_to", Optional.ofNullable(source.snapshotTo()).map(LocalDate::parse))
                    .row());
            if (!inserted) {
                requireSameFolder(manifest, source);
            }
        }
    }

    private void requireSameFolder(Manifest manifest, Manifest.Source source) {
        String folder = jdbc.sql("SELECT coalesce(part_of, id) FROM ceasefire.dataset WHERE id = ?")
                .param(source.id())
                .query(String.class)
                .single();
        if (!folder.equals(manifest.id())) {
            throw new ImportFailure("the source id '" + source.id() + "' is taken by the data set '" + folder + "'");
        }
    }

    private static String sha256(Map<String, byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach((path, content) -> {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
