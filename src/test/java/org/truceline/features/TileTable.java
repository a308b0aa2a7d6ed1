package org.truceline.features;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Envelope;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.truceline.Truceline;
import org.truceline.features.FeatureQuery.Output;
import org.truceline.features.FeatureQuery.Page;
import org.truceline.features.FeatureQuery.Selection;
import org.truceline.features.FeatureQuery.Tie;
import org.truceline.formats.VectorTile;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;
import org.truceline.layers.LayerCatalogue;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;
import org.truceline.tiles.TileAddress;
import org.truceline.tiles.TileMatrixSet;

/**
 * Prints how long tiles take when Java encodes the rows, and when PostGIS does ({@code ST_AsMVT}): the same rows of the
 * same statement, of incidents like those of the example, both taking turns. What came of it stands in
 * {@code docs/decisions/0008-tiles-encoded-in-java.md}. Run it with the test class path.
 */
final class TileTable {
    private static final int WARM_UPS = 10;
    private static final int ROUNDS = 41;
    private static final int CLIENTS = 4;
    private static final int CROWDS = 3;
    private static final long CROWD_NANOS = Duration.ofMillis(700).toNanos();
    private static final List<String> THREE = List.of("event_type", "time_start", "killed_best");
    private static final List<Content> CONTENTS =
            List.of(new Content("points", 50), new Content("points", 2_000), new Content("areas", 1_000));

    private final DataSource database;
    private final Connection connection;
    private final LayerCatalogue catalogue;
    private final PrintStream out;

    /** How many features are in the tile. */
    private record Content(String kind, int count) {
        String layer(int matrix) {
            return kind + "_" + count + "_z" + matrix;
        }
    }

    /** A way to make a tile. */
    private interface Making {
        byte[] of(FeatureQuery query, Connection connection) throws SQLException, IOException;
    }

    private TileTable(DataSource database, LayerCatalogue catalogue, PrintStream out) throws SQLException {
        this.database = database;
        this.connection = database.getConnection();
        this.catalogue = catalogue;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        String home = Path.of("target", "tile-table").toAbsolutePath().toString();
        try (ConfigurableApplicationContext server =
                SpringApplication.run(Truceline.class, "--server.port=0", "--truceline.home=" + home)) {
            new TileTable(server.getBean(DataSource.class), server.getBean(LayerCatalogue.class), System.out).print();
        }
    }

    private void print() throws Exception {
        await("the example", () -> count("layer.incidents") > 0 && count("ceasefire.withdrawal_area_job") == 0);
        out.println(
                "| zoom | features | properties | KB | Java, ms | ST_AsMVT, ms | Java, a second | ST_AsMVT, a second |");
        out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (int matrix : new int[] {6, 10, 12}) {
            TileAddress tile = address(matrix);
            for (Content content : CONTENTS) {
                makeLayer(content, tile);
                Layer layer = await(content.layer(matrix), () -> catalogue.findLayer(content.layer(matrix)));
                compare(content, tile, layer, "all", layer.properties());
                compare(
                        content,
                        tile,
                        layer,
                        "three",
                        layer.properties().stream()
                                .filter(property -> THREE.contains(property.name()))
                                .toList());
            }
        }
    }

    /** The tile of the border. */
    private static TileAddress address(int matrix) {
        long tiles = 1L << matrix;
        long column = (long) ((70.5 + 180) / 360 * tiles);
        double mercator = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(40) / 2)) / Math.PI;
        return new TileAddress(TileMatrixSet.WEB_MERCATOR_QUAD, matrix, (long) ((1 - mercator) / 2 * tiles), column);
    }

    private void makeLayer(Content content, TileAddress tile) throws SQLException {
        String table = "layer." + content.layer(tile.matrix());
        Envelope bounds = tile.frame().bounds();
        String point = String.format(
                Locale.ROOT,
                "ST_SetSRID(ST_MakePoint(%f + random() * %f, %f + random() * %f), 3857)",
                bounds.getMinX(),
                bounds.getWidth(),
                bounds.getMinY(),
                bounds.getHeight());
        boolean isPoint = content.kind().equals("points");
        String place = isPoint ? point : "ST_Buffer(" + point + ", " + bounds.getWidth() / 40 + ")";
        run("DROP TABLE IF EXISTS " + table);
        run("CREATE TABLE " + table + " AS SELECT incidents.* FROM layer.incidents, generate_series(1, 100) LIMIT "
                + content.count());
        run("ALTER TABLE " + table + " DROP COLUMN geom, ADD COLUMN geom geometry(" + (isPoint ? "Point" : "Polygon")
                + ", 4326)");
        run("SELECT setseed(0.5)");
        run("UPDATE " + table + " SET id = id || ctid::text, geom = ST_Transform(" + place + ", 4326)");
        run("ALTER TABLE " + table + " ADD PRIMARY KEY (id)");
        run("CREATE INDEX ON " + table + " USING gist (geom)");
        run("VACUUM ANALYZE " + table);
    }

    private void compare(Content content, TileAddress tile, Layer layer, String name, List<Property> properties)
            throws Exception {
        Selection selection = new Selection(
                Optional.of(tile.frame()), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        FeatureQuery query = new FeatureQuery(
                layer,
                selection,
                Page.all(List.of(), Tie.ID),
                new Output(tile.frame().srid(), properties));
        for (int i = 0; i < WARM_UPS; i++) {
            inJava(query, connection);
            inPostgis(query, connection);
        }
        double[] java = new double[ROUNDS];
        double[] postgis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            java[i] = millis(TileTable::inJava, query);
            postgis[i] = millis(TileTable::inPostgis, query);
        }
        double javaRate = 0;
        double postgisRate = 0;
        for (int i = 0; i < CROWDS; i++) {
            javaRate += rate(TileTable::inJava, query) / CROWDS;
            postgisRate += rate(TileTable::inPostgis, query) / CROWDS;
        }
        out.printf(
                Locale.ROOT,
                "| %d | %,d %s | %s | %d | %.1f | %.1f | %.0f | %.0f |%n",
                tile.matrix(),
                content.count(),
                content.kind(),
                name,
                inJava(query, connection).length / 1000,
                median(java),
                median(postgis),
                javaRate,
                postgisRate);
    }

    /** As {@link FeatureStore} does it. */
    private static byte[] inJava(FeatureQuery query, Connection connection) throws SQLException, IOException {
        VectorTile tile = new VectorTile(query);
        try (PreparedStatement statement = FeatureStore.prepare(connection, FeatureSql.page(query, Optional.empty()));
                ResultSet rows = statement.executeQuery()) {
            ResultSetRow row = new ResultSetRow(rows, query);
            while (rows.next()) {
                tile.feature(row);
            }
        }
        tile.end(Optional.empty());
        return tile.toBytes();
    }

    /** The same rows: JSON as text, since PostGIS would make a property of each of its members. */
    private static byte[] inPostgis(FeatureQuery query, Connection connection) throws SQLException {
        boolean isPoint = query.layer().geometry().plainType().equals("Point");
        List<Sql> columns = new ArrayList<>();
        columns.add(Sql.of(isPoint ? TileSql.GEOMETRY : "ST_CollectionExtract(" + TileSql.GEOMETRY + ", 3) AS grid"));
        columns.add(Sql.of("feature.id"));
        for (Property property : query.output().properties()) {
            String column = "feature." + Identifiers.quote(property.name());
            boolean isJson = property.type() == PropertyType.JSON;
            columns.add(Sql.of(isJson ? column + "::text AS " + Identifiers.quote(property.name()) : column));
        }
        List<Sql> conditions = FeatureSql.pageConditions(query);
        conditions.add(Sql.of(TileSql.GEOMETRY + " IS NOT NULL"));
        Sql rows = Sql.of("SELECT ")
                .then(Sql.join(", ", columns))
                .then(FeatureSql.from(query))
                .then(FeatureSql.where(conditions))
                .then(Sql.of(" ORDER BY feature.id"));
        Sql whole = Sql.of("SELECT ST_AsMVT(tile, '" + query.layer().id() + "', " + TileFrame.EXTENT + ") FROM (")
                .then(rows)
                .then(Sql.of(") AS tile"));
        try (PreparedStatement statement = FeatureStore.prepare(connection, whole);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBytes(1);
        }
    }

    private double millis(Making making, FeatureQuery query) throws SQLException, IOException {
        long start = System.nanoTime();
        making.of(query, connection);
        return (System.nanoTime() - start) / 1e6;
    }

    /** How many are made in a second when several are asked for at once. */
    private double rate(Making making, FeatureQuery query) throws Exception {
        long start = System.nanoTime();
        List<Callable<Integer>> clients =
                Collections.nCopies(CLIENTS, () -> makeUntil(start + CROWD_NANOS, making, query));
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            int made = 0;
            for (Future<Integer> client : threads.invokeAll(clients)) {
                made += client.get();
            }
            return made / ((System.nanoTime() - start) / 1e9);
        } finally {
            threads.shutdown();
        }
    }

    private int makeUntil(long end, Making making, FeatureQuery query) throws SQLException, IOException {
        int made = 0;
        try (Connection own = database.getConnection()) {
            for (; System.nanoTime() < end; made++) {
                making.of(query, own);
            }
        }
        return made;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String relation) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + relation)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void await(String what, Condition condition) throws Exception {
        await(what, () -> condition.holds() ? Optional.of(what) : Optional.empty());
    }

    private static <T> T await(String what, Callable<Optional<T>> look) throws Exception {
        for (int i = 0; i < 600; i++) {
            Optional<T> found = look.call();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        throw new IllegalStateException("waited in vain for " + what);
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }
}
