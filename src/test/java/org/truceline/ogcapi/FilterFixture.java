package org.truceline.ogcapi;

import org.truceline.layers.LayerFixture;

/** A layer with a column of each kind that filters ask, and a row for each thing that could go wrong. */
final class FilterFixture {
    static final String LAYER = "filtered";

    private FilterFixture() {}

    static void make(LayerFixture fixture) {
        fixture.table(
                        LAYER,
                        """
                        id int PRIMARY KEY, name text, "two words" text, n int, x float8, r float4, d numeric, flag bool,
                        day date, at timestamptz, since timestamptz, until timestamptz, tags text[], sizes int[],
                        code uuid, doc jsonb, seen_from geometry(Point, 4326), geom geometry(Geometry, 4326)
                        """,
                        """
                        (1, 'Исфара', 'it''s', 5, 2.5, 0.1, 0.3, true, '2021-04-28', '2021-04-28 23:30+00',
                         '2021-04-28', '2021-05-01', '{x,y}', '{1,2}', '6f1c1b9e-0d3a-4f39-9d5c-3f9a3a7f0001',
                         '{"a": 1}', 'POINT(70 40)', 'POINT(70.6 40.1)')""",
                        """
                        (2, '50% of_it', 'a b', -3, -0.5, 0.2, 1e20, false, '2021-04-29', '2021-04-29 14:00+00',
                         '2021-05-01', '2021-06-01', '{y}', '{}', NULL, '[1]', NULL,
                         'POLYGON((70 39, 71 39, 71 40, 70 40, 70 39))')""",
                        """
                        (3, '50 of it', 'A B', 0, 1e300, 0, -7, NULL, '2021-04-30', '2021-04-30 00:00+00',
                         '2021-04-30', NULL, '{}', '{3000,2}', NULL, NULL, NULL, 'LINESTRING(69 39.5, 72 39.5)')""",
                        """
                        (4, 'back\\slash', NULL, 2147483647, 'NaN', NULL, NULL, true, NULL, NULL, NULL, NULL, NULL, NULL,
                         NULL, NULL, NULL, 'POINT(179.9 -17)')""",
                        """
                        (5, 'Chișinău STRASSE', 'Straße', 7, 7, 7, 7, false, '2022-01-01', '2022-01-01 12:00+00',
                         '2022-01-01', '2022-01-02', '{x,NULL}', '{7}', NULL, NULL, NULL, 'POINT(-179.9 -17)')""",
                        "(6, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
                                + " NULL)")
                .sql("COMMENT ON COLUMN layer.filtered.geom IS 'Where\n@geometry'")
                .sql("COMMENT ON COLUMN layer.filtered.since IS 'Since\n@start'")
                .sql("COMMENT ON COLUMN layer.filtered.until IS 'Until\n@end'")
                .awaitServed(LAYER);
    }
}
