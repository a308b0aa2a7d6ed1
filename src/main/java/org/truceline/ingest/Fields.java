package org.truceline.ingest;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The fields of one row under the names that the record knows them by, read as what they should be. Whatever cannot be
 * read so ends the row with an {@link InvalidField}.
 */
final class Fields {
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,119}");

    private final Row row;
    private final Manifest.FileEntry file;
    private final UnaryOperator<Geometry> toCrs84;
    private final Set<String> columnsRead;

    /**
     * @param toCrs84 from the file's coordinate reference system to longitude, latitude
     * @param columnsRead told each column that is asked for, so that those never read can be reported
     */
    Fields(Row row, Manifest.FileEntry file, UnaryOperator<Geometry> toCrs84, Set<String> columnsRead) {
        this.row = row;
        this.file = file;
        this.toCrs84 = toCrs84;
        this.columnsRead = columnsRead;
    }

    String source() {
        return file.source();
    }

    Optional<String> findText(String name) {
        String column = file.fields().getOrDefault(name, name);
        columnsRead.add(column);
        String value = row.values().get(column);
        if (value == null) {
            value = file.constants().get(name);
        }
        return Optional.ofNullable(value)
                .map(text -> file.values().getOrDefault(name, Map.of()).getOrDefault(text, text));
    }

    String getText(String name) {
        return findText(name).orElseThrow(() -> new InvalidField(name, "is missing"));
    }

    /** Items are separated by semicolons. */
    List<String> listText(String name) {
        return findText(name).stream()
                .flatMap(text -> Stream.of(text.split(";", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
    }

    /** Columns whose names begin with a prefix, without it. */
    List<String> listSuffixes(String prefix) {
        return row.values().keySet().stream()
                .filter(column -> column.startsWith(prefix))
                .map(column -> column.substring(prefix.length()))
                .sorted()
                .toList();
    }

    Optional<String> findWord(String name, Set<String> words) {
        return findText(name).map(value -> {
            if (!words.contains(value)) {
                throw new InvalidField(
                        name, "is '" + value + "'; expected one of " + String.join(", ", new TreeSet<>(words)));
            }
            return value;
        });
    }

    String getWord(String name, Set<String> words) {
        return findWord(name, words).orElseThrow(() -> new InvalidField(name, "is missing"));
    }

    String getId() {
        return slug("id", getText("id"));
    }

    Optional<String> findId() {
        return findText("id").map(id -> slug("id", id));
    }

    Optional<String> findSlug(String name) {
        return findText(name).map(value -> slug(name, value));
    }

    /** Words made an id: letters without their accents, everything else than letters and digits a hyphen. */
    static String slugOf(String field, String... words) {
        String plain = Normalizer.normalize(String.join("-", words), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return slug(
                field,
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "-").replaceAll("^[._-]+|-+$", ""));
    }

    private static String slug(String field, String value) {
        if (!SLUG.matcher(value).matches()) {
            throw new InvalidField(
                    field,
                    "is '" + value + "'; expected at most 120 letters (a–z), digits, dots, underscores and hyphens");
        }
        return value;
    }

    Optional<Double> findNumber(String name) {
        return findText(name).map(value -> {
            double number = read(name, value, "a number", Double::parseDouble);
            if (!Double.isFinite(number)) {
                throw new InvalidField(name, "is '" + value + "'; expected a finite number");
            }
            return number;
        });
    }

    double getNumber(String name) {
        return findNumber(name).orElseThrow(() -> new InvalidField(name, "is missing"));
    }

    Optional<Integer> findWhole(String name) {
        return findText(name).map(value -> read(name, value, "a whole number", Integer::valueOf));
    }

    Optional<LocalDate> findDate(String name) {
        return findText(name).map(value -> read(name, value, "a date such as 2021-04-29", LocalDate::parse));
    }

    Optional<LocalTime> findTime(String name) {
        return findText(name).map(value -> read(name, value, "a time such as 13:05", LocalTime::parse));
    }

    /** A point in time: without an offset from UTC there is none. */
    Optional<OffsetDateTime> findInstant(String name) {
        return findText(name)
                .map(value -> read(
                        name,
                        value,
                        "a time with its offset, such as 2021-04-29T20:00:00+06:00",
                        OffsetDateTime::parse));
    }

    boolean getFlag(String name) {
        return getWord(name, Set.of("true", "false")).equals("true");
    }

    Geometry getGeometry() {
        return row.geometry().map(toCrs84).orElseThrow(() -> new InvalidField("geometry", "is missing"));
    }

    /** From the geometry, whatever its type, else from the columns lon and lat, both or neither. */
    Optional<Geometry> findPoint() {
        Optional<Geometry> point = findPoint("lon", "lat");
        return row.geometry().map(toCrs84).or(() -> point);
    }

    /** From two columns, both or neither. */
    Optional<Geometry> findPoint(String longitudeName, String latitudeName) {
        Optional<Double> longitude = findNumber(longitudeName);
        Optional<Double> latitude = findNumber(latitudeName);
        if (longitude.isPresent() != latitude.isPresent()) {
            throw new InvalidField(
                    longitude.isPresent() ? latitudeName : longitudeName,
                    "is missing, while the other coordinate is given");
        }
        return longitude.flatMap(x -> latitude.map(y -> point(x, y)));
    }

    private Geometry point(double x, double y) {
        return Shapes.point(toCrs84.apply(GeoJsonGeometry.FACTORY.createPoint(new Coordinate(x, y))));
    }

    private static <T> T read(String name, String value, String expected, Function<String, T> reader) {
        try {
            return reader.apply(value);
        } catch (NumberFormatException | DateTimeException e) {
            throw new InvalidField(name, "is '" + value + "'; expected " + expected);
        }
    }
}
