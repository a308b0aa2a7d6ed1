package org.truceline.features;

import static org.truceline.layers.GeometryColumn.CRS84_SRID;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.truceline.features.FeatureQuery.Page;
import org.truceline.features.FeatureQuery.Selection;
import org.truceline.layers.GeometryColumn;
import org.truceline.layers.Identifiers;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;
import org.truceline.layers.PropertyType;
import org.truceline.layers.TimeColumns;

/**
 * Turns queries into SQL, with {@link PageSql} for the order and {@link FilterSql} for the filter. Identifiers come from the catalogue and are
 * quoted, values are parameters. The session's time zone is UTC.
 */
final class FeatureSql {
    /** Of a box's longer side: a thousand kilometres of it then stray from the true curve by metres at the most. */
    private static final int SEGMENTS_OF_A_BOX = 256;

    /** How a column of the layer is named where a column of the answer could be meant as well. */
    static final String FEATURE = "feature.";

    private FeatureSql() {}

    /**
     * The features of a page and one more, if there is one: its presence says that another page follows. Columns: the
     * id as text, the geometry as ISO WKB, the properties wanted, the values of the sort keys as text.
     *
     * @param further a condition that all of them meet besides, or the same anew for the sake of an index
     */
    static Sql page(FeatureQuery query, Optional<Sql> further) {
        Layer layer = query.layer();
        List<Sql> columns = new ArrayList<>();
        columns.add(idText(layer));
        columns.add(Sql.of("ST_AsBinary(" + geometry(query) + ")"));
        query.output().properties().forEach(property -> columns.add(Sql.of(selected(property))));
        columns.addAll(sortValues(query));
        return ordered(query, columns, further).then(limit(query.page(), 1));
    }

    /**
     * What the geometries of a page have in common: their types, whether one has heights, whether one has measures. One
     * row, of text, boolean, boolean; null where there are no geometries.
     */
    static Sql shapes(FeatureQuery query) {
        Sql geometry = Sql.of(encodable(query.layer().geometry(), query.output().srid()) + " AS geometry");
        return Sql.of("SELECT string_agg(DISTINCT ST_GeometryType(geometry), ','), bool_or(ST_Zmflag(geometry) >= 2),"
                        + " bool_or(ST_Zmflag(geometry) IN (1, 3)) FROM (")
                .then(ordered(query, List.of(geometry), Optional.empty()))
                .then(limit(query.page(), 0))
                .then(Sql.of(") AS page"));
    }

    private static String geometry(FeatureQuery query) {
        return query.tile().isPresent()
                ? TileSql.GEOMETRY
                : encodable(query.layer().geometry(), query.output().srid());
    }

    private static Sql limit(Page page, int more) {
        return page.isAll() ? Sql.of("") : Sql.of(" LIMIT ?", page.limit() + more);
    }

    /**
     * The last feature of a page and the one after it, if there is one. Columns: the id as text, the values of the sort
     * keys as text.
     */
    static Sql lastOfPage(FeatureQuery query, Optional<Sql> nearby) {
        List<Sql> columns = new ArrayList<>();
        columns.add(idText(query.layer()));
        columns.addAll(sortValues(query));
        return ordered(query, columns, nearby)
                .then(Sql.of(" LIMIT 2 OFFSET ?", query.page().limit() - 1));
    }

    private static Sql ordered(FeatureQuery query, List<Sql> columns, Optional<Sql> nearby) {
        List<Sql> conditions = pageConditions(query);
        nearby.ifPresent(conditions::add);
        query.tile().ifPresent(tile -> conditions.add(Sql.of(TileSql.GEOMETRY + " IS NOT NULL")));
        Sql order = PageSql.order(query.layer(), query.page());
        return Sql.of("SELECT ")
                .then(Sql.join(", ", columns))
                .then(from(query))
                .then(where(conditions))
                .then(order.text().isEmpty() ? order : Sql.of(" ORDER BY ").then(order));
    }

    static Sql from(FeatureQuery query) {
        Sql layer = fromLayer(query);
        return query.tile()
                .map(tile -> layer.then(Sql.of("\n"))
                        .then(TileSql.joined(query.layer().geometry(), tile)))
                .orElse(layer);
    }

    /** Without the steps that bring geometries into a tile. */
    static Sql fromLayer(FeatureQuery query) {
        return Sql.of(" FROM " + relation(query.layer(), query.selection()) + " AS feature");
    }

    /** The layer, or its sister that shows what was known at the moment that {@link Past} sets. */
    private static String relation(Layer layer, Selection selection) {
        return selection.asOf().isPresent() ? Identifiers.pastRelation(layer) : Identifiers.relation(layer);
    }

    /** Which features are selected and come after the pages before. */
    static List<Sql> pageConditions(FeatureQuery query) {
        Layer layer = query.layer();
        Page page = query.page();
        List<Sql> conditions = conditions(layer, query.selection());
        page.after().ifPresent(after -> conditions.add(PageSql.after(layer, page.order(), after)));
        return conditions;
    }

    private static Sql idText(Layer layer) {
        return Sql.of(column(layer.idColumn()) + "::text");
    }

    private static List<Sql> sortValues(FeatureQuery query) {
        return query.page().order().stream()
                .map(key -> key.value().castTo("text"))
                .toList();
    }

    /** How many features are selected, all pages together. */
    static Sql count(Layer layer, Selection selection) {
        return Sql.of("SELECT count(*) FROM " + relation(layer, selection)).then(where(conditions(layer, selection)));
    }

    /** Where and when a layer's features are: west, south, east, north in CRS84, first and last instant. */
    static Sql extent(Layer layer) {
        String box = "SELECT ST_Extent(" + crs84(layer.geometry()) + ") AS box, ST_Extent("
                + whereItMayBe(layer.geometry()) + ") AS reach, " + timeBounds(layer) + " FROM "
                + Identifiers.relation(layer);
        return Sql.of(
                "SELECT " + least("ST_XMin", -180) + ", " + least("ST_YMin", -90) + ", " + greatest("ST_XMax", 180)
                        + ", " + greatest("ST_YMax", 90) + ", first, last FROM (" + box + ") AS extent");
    }

    /** Beyond the end of the world may be what the data says to be there, but not what might be there. */
    private static String least(String side, int end) {
        return "CASE WHEN box IS NOT NULL THEN least(" + side + "(box), greatest(" + side + "(reach), " + end
                + ")) END";
    }

    private static String greatest(String side, int end) {
        return "CASE WHEN box IS NOT NULL THEN greatest(" + side + "(box), least(" + side + "(reach), " + end
                + ")) END";
    }

    private static String whereItMayBe(GeometryColumn geometry) {
        return geometry.uncertainty()
                .map(meters -> "truceline.box_around(" + crs84(geometry) + ", " + column(meters) + ")")
                .orElseGet(() -> crs84(geometry));
    }

    private static String timeBounds(Layer layer) {
        if (layer.time().isEmpty()) {
            return "NULL::timestamptz AS first, NULL::timestamptz AS last";
        }
        TimeColumns time = layer.time().get();
        if (time instanceof TimeColumns.At at) {
            return firstAndLast(at.instant(), at.instant(), "true");
        }
        TimeColumns.Between between = (TimeColumns.Between) time;
        String isKnown = "(" + column(between.start()) + " IS NOT NULL OR " + column(between.end()) + " IS NOT NULL)";
        return firstAndLast(between.start(), between.end(), isKnown);
    }

    /** An open side of one feature leaves that side of the layer's extent open: NULL. */
    private static String firstAndLast(Property start, Property end, String isKnown) {
        return "CASE WHEN bool_or(" + column(start) + " IS NULL AND " + isKnown + " AND " + !start.equals(end)
                + ") THEN NULL ELSE min(" + column(start) + ") END::timestamptz AS first, "
                + "CASE WHEN bool_or(" + column(end) + " IS NULL AND " + isKnown + " AND " + !start.equals(end)
                + ") THEN NULL ELSE max(" + column(end) + ") END::timestamptz AS last";
    }

    static Sql where(List<Sql> conditions) {
        return conditions.isEmpty() ? Sql.of("") : Sql.of(" WHERE ").then(Sql.join(" AND ", conditions));
    }

    private static List<Sql> conditions(Layer layer, Selection selection) {
        List<Sql> conditions = new ArrayList<>();
        selection.box().ifPresent(box -> conditions.add(meets(layer.geometry(), box)));
        selection.time().ifPresent(time -> conditions.add(meets(layer, time)));
        selection
                .equalities()
                .forEach(equality -> conditions.add(compared(equality.property(), "=", equality.value())));
        selection.filter().ifPresent(filter -> conditions.add(filter.condition()));
        return conditions;
    }

    private static Sql meets(GeometryColumn geometry, Box box) {
        if (box instanceof BoundingBox geographic) {
            return meets(geometry, geographic);
        }
        if (box instanceof TileFrame tile) {
            return TileSql.meets(geometry, tile);
        }
        ProjectedBox projected = (ProjectedBox) box;
        Sql corners = box(
                projected.minimumX(),
                projected.minimumY(),
                projected.maximumX(),
                projected.maximumY(),
                projected.srid());
        if (geometry.srid() == projected.srid()) {
            return intersects(Identifiers.quote(geometry.name()), corners);
        }
        // The box goes to the features, so that the index of those in degrees serves; its edges bend on the way, hence
        // the segments.
        double segment = projected.longerSide() > 0 ? projected.longerSide() / SEGMENTS_OF_A_BOX : 1;
        Sql bent =
                Sql.of("ST_Transform(ST_Segmentize(").then(corners).then(Sql.of(", ?), " + CRS84_SRID + ")", segment));
        return StoredBoxes.before(intersects(crs84(geometry), bent), geometry, List.of(projected.degrees()));
    }

    private static Sql meets(GeometryColumn geometry, BoundingBox box) {
        if (box.crossesAntimeridian()) {
            Sql west = meets(geometry, new BoundingBox(box.west(), box.south(), 180, box.north()));
            Sql east = meets(geometry, new BoundingBox(-180, box.south(), box.east(), box.north()));
            return Sql.of("(").then(west).then(Sql.of(" OR ")).then(east).then(Sql.of(")"));
        }
        Sql exact = intersects(crs84(geometry), box(box.west(), box.south(), box.east(), box.north(), CRS84_SRID));
        Envelope degrees = new Envelope(box.west(), box.east(), box.south(), box.north());
        return StoredBoxes.before(exact, geometry, List.of(degrees));
    }

    private static Sql intersects(String geometry, Sql box) {
        return Sql.of("ST_Intersects(" + geometry + ", ").then(box).then(Sql.of(")"));
    }

    /**
     * The envelope of the diagonal: a box without width or height becomes a line or a point, which features can meet,
     * where ST_MakeEnvelope makes a polygon without area that meets nothing.
     */
    private static Sql box(double minimumX, double minimumY, double maximumX, double maximumY, int srid) {
        return Sql.of(
                "ST_Envelope(ST_SetSRID(ST_MakeLine(ST_MakePoint(?, ?), ST_MakePoint(?, ?)), " + srid + "))",
                minimumX,
                minimumY,
                maximumX,
                maximumY);
    }

    private static Sql meets(Layer layer, TimeInterval interval) {
        // A layer without a time column: none of its features has a time, so none meets the interval.
        return layer.time().map(time -> meets(time, interval)).orElseGet(() -> Sql.of("false"));
    }

    private static Sql meets(TimeColumns time, TimeInterval interval) {
        List<Sql> conditions = new ArrayList<>();
        if (time instanceof TimeColumns.At at) {
            conditions.add(Sql.of(column(at.instant()) + " IS NOT NULL"));
            interval.start().ifPresent(start -> conditions.add(bounded(at.instant(), ">=", start)));
            interval.end().ifPresent(end -> conditions.add(bounded(at.instant(), "<=", end)));
        } else if (time instanceof TimeColumns.Between between) {
            String first = column(between.start());
            String last = column(between.end());
            conditions.add(Sql.of("(" + first + " IS NOT NULL OR " + last + " IS NOT NULL)"));
            interval.start().ifPresent(start -> conditions.add(orNull(last, bounded(between.end(), ">=", start))));
            interval.end().ifPresent(end -> conditions.add(orNull(first, bounded(between.start(), "<=", end))));
        }
        return Sql.join(" AND ", conditions);
    }

    private static Sql orNull(String column, Sql condition) {
        return Sql.of("(" + column + " IS NULL OR ").then(condition).then(Sql.of(")"));
    }

    /** A column of days covers each day as a whole, so the bound's day decides. */
    private static Sql bounded(Property property, String operator, Instant bound) {
        return property.type() == PropertyType.DATE
                ? compared(property, operator, new PropertyValue.Day(LocalDate.ofInstant(bound, ZoneOffset.UTC)))
                : compared(property, operator, new PropertyValue.Moment(bound));
    }

    static Sql compared(Property property, String operator, PropertyValue value) {
        String comparison = comparable(property) + " " + operator + " ";
        if (value instanceof PropertyValue.Text text) {
            return Sql.of(comparison + "?", text.value());
        } else if (value instanceof PropertyValue.Uuid uuid) {
            return Sql.of(comparison + "?", uuid.value());
        } else if (value instanceof PropertyValue.Whole whole) {
            return Sql.of(comparison + "?", whole.value());
        } else if (value instanceof PropertyValue.Decimal decimal) {
            // In the column's own precision: 0.1 as real is not 0.1 as double precision.
            return Sql.of(comparison + "?::" + Identifiers.quote(property.sqlType()), decimal.value());
        } else if (value instanceof PropertyValue.Truth truth) {
            return Sql.of(comparison + "?", truth.value());
        } else if (value instanceof PropertyValue.Day day) {
            return Sql.of(comparison + "?", day.value());
        } else if (value instanceof PropertyValue.Moment moment) {
            return Sql.of(comparison + "?::timestamptz", moment.value().atOffset(ZoneOffset.UTC));
        }
        throw new IllegalStateException("no SQL for a " + value.getClass());
    }

    /** An enumeration compares only with its own labels; its text also compares, unequal, with any other. */
    static String comparable(Property property) {
        boolean isEnum = property.type() == PropertyType.STRING && !TEXT_TYPES.contains(property.sqlType());
        return isEnum ? column(property) + "::text" : column(property);
    }

    private static final List<String> TEXT_TYPES = List.of("text", "varchar", "bpchar", "name", "citext");

    private static String selected(Property property) {
        String column = column(property);
        return switch (property.type()) {
            case STRING, OPAQUE, UUID -> column + "::text";
            case INTEGER, BOOLEAN, DATE -> column;
            case NUMBER -> property.isExact() ? column + "::text" : column;
            case DATE_TIME -> column + "::timestamptz";
            case JSON -> "to_json(" + column + ")::text";
            case GEOMETRY -> GeoJsonSql.of(column);
        };
    }

    private static String column(Property property) {
        return Identifiers.quote(property.name());
    }

    /** The geometry in longitude, latitude on WGS84. The bare column where it is that already: its index serves. */
    static String crs84(GeometryColumn geometry) {
        return inSrid(geometry, CRS84_SRID);
    }

    /** The column as it is stored. */
    static String name(GeometryColumn geometry) {
        return Identifiers.quote(geometry.name());
    }

    private static String inSrid(GeometryColumn geometry, int srid) {
        String column = Identifiers.quote(geometry.name());
        if (geometry.srid() == srid) {
            return column;
        }
        String known = geometry.isSridUndeclared()
                ? "CASE WHEN ST_SRID(" + column + ") = 0 THEN ST_SetSRID(" + column + ", " + CRS84_SRID + ") ELSE "
                        + column + " END"
                : column;
        return "ST_Transform(" + known + ", " + srid + ")";
    }

    /** GeoJSON knows no curves; a column that may hold them has them replaced by lines. */
    static String encodable(GeometryColumn geometry, int srid) {
        String wanted = inSrid(geometry, srid);
        return STRAIGHT_TYPES.contains(geometry.plainType()) ? wanted : "ST_CurveToLine(" + wanted + ")";
    }

    private static final List<String> STRAIGHT_TYPES =
            List.of("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon");
}
