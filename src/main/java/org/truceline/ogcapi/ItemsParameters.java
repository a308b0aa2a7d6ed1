package org.truceline.ogcapi;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.truceline.crs.Crs;
import org.truceline.features.FeatureQuery;
import org.truceline.features.FeatureQuery.Output;
import org.truceline.features.FeatureQuery.Page;
import org.truceline.features.FeatureQuery.Selection;
import org.truceline.features.FeatureQuery.Tie;
import org.truceline.features.PagePosition;
import org.truceline.features.PropertyEquals;
import org.truceline.features.PropertyValue;
import org.truceline.features.SortKey;
import org.truceline.layers.Layer;
import org.truceline.layers.Property;

/** The parameters of {@code /collections/{id}/items} (OGC API – Features Part 1, §7.15), read into a query. */
final class ItemsParameters {
    static final int DEFAULT_LIMIT = 100;
    static final int MAXIMUM_LIMIT = 10_000;
    static final String FORMAT = FormatParameter.NAME;
    static final String LIMIT = "limit";
    static final String BBOX = "bbox";
    static final String BBOX_CRS = "bbox-crs";
    static final String CRS = "crs";
    static final String DATETIME = "datetime";
    static final String AS_OF = "asOf";
    /** Where the page before ended: what {@code next} links carry. */
    static final String AFTER = "after";

    static final String PROPERTIES = "properties";
    static final String RESULT_TYPE = "resultType";

    /** These names mean the parameter even where a layer has a column called so. */
    static final Set<String> RESERVED = orderedSet(
            LIMIT,
            BBOX,
            BBOX_CRS,
            CRS,
            DATETIME,
            AS_OF,
            FilterParameter.FILTER,
            FilterParameter.LANGUAGE,
            FilterParameter.CRS,
            SortParameter.NAME,
            PROPERTIES,
            RESULT_TYPE,
            AFTER,
            FORMAT);

    /** What cuts the features into pages, or says how they are written: no parameters where all are asked for in a format. */
    private static final Set<String> OF_PAGES = Set.of(LIMIT, RESULT_TYPE, AFTER, FORMAT);

    /** The names that a request for one feature may use. */
    static final Set<String> OF_FEATURE = Set.of(FORMAT, CRS, AS_OF);

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,100}");

    private ItemsParameters() {}

    /** The names that a request for items of this layer may use. */
    static Set<String> known(Layer layer) {
        Set<String> names = new LinkedHashSet<>(RESERVED);
        listQueryables(layer).forEach(property -> names.add(property.name()));
        return names;
    }

    /** The names that a request for all features of this layer at once may use. */
    static Set<String> knownOfWhole(Layer layer) {
        Set<String> names = reservedOfWhole();
        listQueryables(layer).forEach(property -> names.add(property.name()));
        return names;
    }

    /** Those of the {@link #RESERVED} names that say which features are asked for, and not which page of them. */
    static Set<String> reservedOfWhole() {
        Set<String> names = new LinkedHashSet<>(RESERVED);
        names.removeAll(OF_PAGES);
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
        parameters.find(FORMAT, FormatParameter::requirePageFormat);
        Selection selection = parseSelection(layer, parameters, crsParameters);
        List<SortKey> order = findOrder(layer, parameters, crsParameters).orElseGet(() -> SortKey.listDefault(layer));
        boolean wantsHits =
                parameters.find(RESULT_TYPE, OutputParameters::parseResultType).orElse(false);
        int limit = parameters.find(LIMIT, ItemsParameters::parseLimit).orElse(DEFAULT_LIMIT);
        Page page = new Page(
                wantsHits ? 0 : limit, order, parameters.find(AFTER, text -> PagePosition.parse(layer, order, text)));
        return new FeatureQuery(layer, selection, page, parseOutput(layer, parameters, crs));
    }

    /**
     * Reads the parameters of a request for all features at once.
     *
     * @param crs the coordinate reference system of the answer's geometries
     * @param tie in which order they come if the request names none; the layer's own order goes before the order in
     *     which they are stored
     * @throws RequestFailure.InvalidParameter if one of them can't be understood
     */
    static FeatureQuery parseWhole(
            Layer layer, QueryParameters parameters, CrsParameters crsParameters, Crs crs, Tie tie) {
        List<SortKey> order = findOrder(layer, parameters, crsParameters)
                .orElseGet(() -> tie == Tie.STORAGE ? SortKey.listDefault(layer) : List.of());
        Selection selection = parseSelection(layer, parameters, crsParameters);
        return new FeatureQuery(layer, selection, Page.all(order, tie), parseOutput(layer, parameters, crs));
    }

    private static Optional<List<SortKey>> findOrder(
            Layer layer, QueryParameters parameters, CrsParameters crsParameters) {
        SortParameter sort = new SortParameter(layer, FilterParameter.crs(parameters, crsParameters));
        return parameters.find(SortParameter.NAME, sort::parse);
    }

    /** Which features are asked for. */
    static Selection parseSelection(Layer layer, QueryParameters parameters, CrsParameters crsParameters) {
        List<PropertyEquals> equalities = new ArrayList<>();
        listQueryables(layer)
                .forEach(property -> parameters
                        .find(property.name(), text -> PropertyValue.parse(property, text))
                        .ifPresent(value -> equalities.add(new PropertyEquals(property, value))));
        Crs boxCrs = parameters.find(BBOX_CRS, crsParameters::parseCrs).orElse(Crs.CRS84);
        return new Selection(
                parameters.find(BBOX, text -> crsParameters.parseBox(text, boxCrs)),
                parameters.find(DATETIME, DatetimeParameter::parse),
                equalities,
                FilterParameter.find(layer, parameters, crsParameters),
                findMoment(parameters));
    }

    /** At which moment the features are asked for; none for the present. */
    static Optional<Instant> findMoment(QueryParameters parameters) {
        return parameters.find(AS_OF, DatetimeParameter::parseMoment);
    }

    private static Output parseOutput(Layer layer, QueryParameters parameters, Crs crs) {
        List<Property> properties = parameters
                .find(PROPERTIES, new OutputParameters(layer)::parseProperties)
                .orElse(layer.properties());
        return new Output(crs.srid(), properties);
    }

    /** More than the maximum is no error, it means the maximum (requirement /req/core/fc-limit-response-1). */
    static int parseLimit(String text) {
        if (!WHOLE_NUMBER.matcher(text).matches() || new BigInteger(text).signum() <= 0) {
            throw new IllegalArgumentException("expected is a whole number from 1 to " + MAXIMUM_LIMIT);
        }
        return new BigInteger(text).min(BigInteger.valueOf(MAXIMUM_LIMIT)).intValue();
    }

    private static Set<String> orderedSet(String... names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
    }
}
