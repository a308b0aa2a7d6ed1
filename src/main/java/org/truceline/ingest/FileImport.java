package org.truceline.ingest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.locationtech.jts.geom.Geometry;
import org.truceline.ingest.Checked.Bad;
import org.truceline.ingest.Checked.Good;

/** One file on its way: its rows, and what became of each. */
final class FileImport {
    private final Manifest.FileEntry file;
    private final UnaryOperator<Geometry> toCrs84;
    private final RecordFormat format;
    private final RecordLoader loader;
    private final Set<String> columnsRead = new HashSet<>();
    private final Map<Object, Integer> rowById = new HashMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int loaded;
    private int alreadyThere;

    FileImport(Manifest.FileEntry file, UnaryOperator<Geometry> toCrs84, RecordFormat format, RecordLoader loader) {
        this.file = file;
        this.toCrs84 = toCrs84;
        this.format = format;
        this.loader = loader;
    }

    FileReport run(byte[] content) {
        Table table = table(content);
        for (Checked<Row> row : table.rows()) {
            if (row instanceof Good<Row> good) {
                load(good.value());
            } else if (row instanceof Bad<Row> bad) {
                rejections.add(bad.rejection());
            }
        }
        Set<String> unread = new TreeSet<>(table.columns());
        unread.removeAll(columnsRead);
        if (!unread.isEmpty() && loaded + alreadyThere > 0) {
            notes.add("columns that have no place in the record: " + String.join(", ", unread));
        }
        return new FileReport(file.path(), table.rows().size(), loaded, alreadyThere, rejections, notes);
    }

    private Table table(byte[] content) {
        String path = file.path().toLowerCase(Locale.ROOT);
        if (path.endsWith(".csv")) {
            return CsvTable.read(file.path(), content);
        }
        if (path.endsWith(".geojson") || path.endsWith(".json")) {
            return GeoJsonTable.read(file.path(), content);
        }
        throw new ImportFailure(file.path() + " is of no known format; expected .csv or .geojson");
    }

    private void load(Row row) {
        try {
            Entry entry = format.read(new Fields(row, file, toCrs84, columnsRead));
            requireNewId(row, entry);
            boolean inserted = loader.load(entry);
            loaded += inserted ? 1 : 0;
            alreadyThere += inserted ? 0 : 1;
            notes.addAll(entry.notes());
        } catch (InvalidField e) {
            rejections.add(e.rejection(file.path(), row.number()));
        }
    }

    /** Of two rows with one id the second would be taken for one that is there already. */
    private void requireNewId(Row row, Entry entry) {
        Collection<Object> ids = entry.items().stream()
                // Accounts of one agreement share it.
                .filter(item -> !item.main().table().equals("agreement")
                        || entry.items().size() == 1)
                .map(item -> item.main().columns().getOrDefault("id", ""))
                .toList();
        for (Object id : ids) {
            Integer earlier = rowById.putIfAbsent(id, row.number());
            if (earlier != null) {
                throw new InvalidField("id", "'" + id + "' is the id of row " + earlier + " too");
            }
        }
    }
}
