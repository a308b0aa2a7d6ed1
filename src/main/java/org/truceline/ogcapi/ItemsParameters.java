package org.truceline.ogcapi;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.truceline.crs.Crs;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureQuery.Page;
import org.truceline.features.FeatureQuery.Selection;
import org.truceline.features.PropertyEquals;
import org.truceline.features.PropertyValue;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/** The parameters of {@code /collections/{id}/items} (OGC API – Features Part 1, §7.15), read into a query. */
final class ItemsParameters {
    static final int DEFAULT_LIMIT = 100;
    static final int MAXIMUM_LIMIT = 10_000;
    static final String FORMAT = "f";
    static final String LIMIT = "limit";
    static final String BBOX = "bbox";
    static final String BBOX_CRS = "bbox-crs";
    static final String CRS = "crs";
    static final String DATETIME = "datetime";
    /** The id of the last feature of the page before: what {@code next} links carry. */
    static final String AFTER = "after";

    /** These names mean the parameter even where a layer has a column called so. */
    static final Set<String> RESERVED = orderedSet(
            LIMIT,
            BBOX,
            BBOX_CRS,
            CRS,
            DATETIME,
            FilterParameter.FILTER,
            FilterParameter.LANGUAGE,
            FilterParameter.CRS,
            AFTER,
            FORMAT);

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,100}");

    private ItemsParameters() {}

    /** The names that a request for items of this layer may use. */
    static Set<String> known(Layer layer) {
        Set<String> names = new LinkedHashSet<>(RESERVED);
        listQueryables(layer).forEach(property -> names.add(property.name()));
        return names;
    }

    /** The properties that can be compared with a value in the URL. */
    static List<Property> listQueryables(Layer layer) {
        List<Property> queryables = new ArrayList<>();
        queryables.add(layer.idColumn());
        queryables.addAll(layer.properties());
        queryables.removeIf(property -> !property.type().isComparable() || RESERVED.contains(property.name()));
        return queryables;
    }

    /**
     * Reads the parameters.
     *
     * @param crs the coordinate reference system of the answer's geometries
     * @throws RequestFailure.InvalidParameter if one of them can't be understood
     */
    static FeatureQuery parse(Layer layer, QueryParameters parameters, CrsParameters crsParameters, Crs crs) {
        parameters.find(FORMAT, ItemsParameters::requireGeoJson);
        List<PropertyEquals> equalities = new ArrayList<>();
        listQueryables(layer)
                .forEach(property -> parameters
                        .find(property.name(), text -> PropertyValue.parse(property, text))
                        .ifPresent(value -> equalities.add(new PropertyEquals(property, value))));
        Crs boxCrs = parameters.find(BBOX_CRS, crsParameters::parseCrs).orElse(Crs.CRS84);
        Selection selection = new Selection(
                parameters.find(BBOX, text -> crsParameters.parseBox(text, boxCrs)),
                parameters.find(DATETIME, DatetimeParameter::parse),
                equalities,
                FilterParameter.find(layer, parameters, crsParameters));
        Page page = new Page(
                parameters.find(LIMIT, ItemsParameters::parseLimit).orElse(DEFAULT_LIMIT),
                parameters.find(AFTER, text -> PropertyValue.parse(layer.idColumn(), text)));
        return new FeatureQuery(layer, selection, page, crs.srid());
    }

    static String requireGeoJson(String format) {
        return switch (format) {
            case "json", "geojson" -> format;
            default -> throw new IllegalArgumentException("expected is json");
        };
    }

    /** More than the maximum is no error, it means the maximum (requirement /req/core/fc-limit-response-1). */
    private static int parseLimit(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches() || new BigInteger(text).signum() <= 0) {
            throw new IllegalArgumentException("expected is a whole number from 1 to " + MAXIMUM_LIMIT);
        }
        return new BigInteger(text).min(BigInteger.valueOf(MAXIMUM_LIMIT)).intValue();
    }

    private static Set<String> orderedSet(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }
}
