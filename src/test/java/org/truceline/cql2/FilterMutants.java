package org.truceline.cql2;

import java.util.List;
import java.util.Random;

/** Filters that are nearly right: good ones with parts of them lost, doubled, moved or replaced. */
public final class FilterMutants {
    /** On the properties of the layer that the tests of filters ask. */
    public static final List<String> TEXTS = List.of(
            "name = 'Исфара' AND n > 1",
            "CASEI(name) LIKE casei('%ost\\%_') OR ACCENTI(name) = accenti('Chișinău')",
            "n BETWEEN -1 AND 2.5e3 AND n NOT IN (1, 2, 3)",
            "NOT (flag = true) OR day IS NOT NULL",
            "n + 2 * -3 / n % 4 div 2 ^ 0.5 <> 0",
            "S_INTERSECTS(geom, BBOX(170, -10, -170, 10))",
            "S_WITHIN(geom, POLYGON((70 39, 71 39, 71 40, 70 39)))",
            "S_CROSSES(geom, GEOMETRYCOLLECTION Z (POINT Z (1 2 3), MULTIPOINT((1 2 3), (4 5 6))))",
            "T_AFTER(at, TIMESTAMP('2021-04-29T14:00:00Z')) AND day >= DATE('2021-04-29')",
            "T_DURING(INTERVAL(since, until), INTERVAL('2021-01-01', '..'))",
            "A_CONTAINS(tags, ('x', 'y')) OR A_EQUALS(sizes, (1, 2))",
            "within_distance(geom, POINT(70 40), 1000) AND distance(geom, POINT(0 90)) < 1e7",
            "\"two words\" = 'it''s' OR abs(x) > floor(n) AND lower(name) = upper('a')");

    static final List<String> JSON = List.of(
            "{\"op\": \"and\", \"args\": [{\"op\": \"=\", \"args\": [{\"property\": \"a\"}, \"x\"]}, true]}",
            "{\"op\": \"in\", \"args\": [{\"property\": \"a\"}, [1, 2.5, -3e2]]}",
            "{\"op\": \"t_during\", \"args\": [{\"interval\": [\"..\", {\"property\": \"b\"}]},"
                    + " {\"interval\": [\"2021-01-01\", \"2021-02-01\"]}]}",
            "{\"op\": \"s_intersects\", \"args\": [{\"property\": \"g\"}, {\"type\": \"Polygon\", \"coordinates\":"
                    + " [[[0, 0], [1, 0], [1, 1], [0, 0]]]}]}",
            "{\"op\": \"like\", \"args\": [{\"op\": \"casei\", \"args\": [{\"property\": \"a\"}]}, \"%\\u00e9\"]}");

    static final List<String> ECQL = List.of(
            "a = 'x' AND b > 1 OR NOT c LIKE '%y'",
            "BBOX(g, 1, 2, 3, 4) AND d DURING 2021-01-01T00:00:00Z/2021-02-01T00:00:00Z",
            "DWITHIN(g, POINT(1 2), 10, kilometers) OR a IN ('x', 'y')",
            "a + 1 * 2 BETWEEN 3 AND 4 AND INTERSECTS(g, POLYGON((0 0, 1 0, 1 1, 0 0)))");

    private static final List<String> SPLICES = List.of(
            "(",
            ")",
            "'",
            "\"",
            "\\",
            ",",
            "..",
            "NOT ",
            " AND ",
            "-",
            "^",
            "0",
            "1e309",
            "9".repeat(70),
            "NULL",
            "\0",
            "é",
            "😀",
            "\ud800",
            "{",
            "}",
            "[",
            "]",
            ":",
            "null",
            "a",
            "n",
            "name",
            "geom",
            "day",
            "at",
            "tags",
            " LIKE ",
            " IN (",
            "INTERVAL(",
            "POINT(1 2)",
            "DATE('2021-01-01')",
            "1e-320",
            "9223372036854775808",
            "%",
            "$1",
            "?",
            "--",
            ";",
            "/*");

    private FilterMutants() {}

    /** A good filter after one to four accidents. */
    public static String next(List<String> originals, Random random) {
        String text = pick(originals, random);
        int accidents = 1 + random.nextInt(4);
        for (int i = 0; i < accidents && !text.isEmpty(); i++) {
            text = accident(text, originals, random);
        }
        return text;
    }

    private static String accident(String text, List<String> originals, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(8));
        String before = text.substring(0, from);
        String part = text.substring(from, to);
        String after = text.substring(to);
        return switch (random.nextInt(6)) {
            case 0 -> before + after;
            case 1 -> before + part + part + after;
            case 2 -> before + pick(SPLICES, random) + part + after;
            case 3 -> before + pick(SPLICES, random) + after;
            case 4 -> after + part + before;
            default -> "(" + text + ") OR " + pick(originals, random);
        };
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
