package org.truceline.ogcapi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.truceline.cql2.Cql2Json;
import org.truceline.cql2.Cql2Text;
import org.truceline.cql2.Ecql;
import org.truceline.cql2.Expression;
import org.truceline.features.LayerFilter;
import org.truceline.features.LiteralCrs;
import org.truceline.layers.Layer;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;

/** The parameters {@code filter}, {@code filter-lang} and {@code filter-crs} (OGC API – Features Part 3, §6.2). */
final class FilterParameter {
    static final String FILTER = "filter";
    static final String LANGUAGE = "filter-lang";
    static final String CRS = "filter-crs";
    /** The language of filters that are JSON. */
    static final String JSON = "cql2-json";

    /** Longer filters are no questions of people's or of programs that mean well. */
    private static final int LONGEST = SearchBody.LONGEST;

    private static final Function<String, Expression> DEFAULT_PARSER = Cql2Text::parse;
    private static final Map<String, Function<String, Expression>> PARSERS =
            Map.of("cql2-text", DEFAULT_PARSER, JSON, Cql2Json::parse, "cql-text", Ecql::parse, "ecql", Ecql::parse);

    private FilterParameter() {}

    /**
     * The filter, if the request has one.
     *
     * @throws org.truceline.cql2.Cql2ParseException if it can't be read
     * @throws org.truceline.features.FilterFault if it can't be asked of this layer
     */
    static Optional<LayerFilter> find(Layer layer, QueryParameters parameters, CrsParameters crsParameters) {
        Function<String, Expression> parser =
                parameters.find(LANGUAGE, FilterParameter::parser).orElse(DEFAULT_PARSER);
        return parameters
                .find(FILTER, FilterParameter::requireLength)
                .map(text -> ParsingRoom.parse(
                        text, inRoom -> LayerFilter.of(layer, parser.apply(inRoom), crs(parameters, crsParameters))));
    }

    /** In which coordinate reference system the request writes geometries, in its filter and in {@code sortby}. */
    static LiteralCrs crs(QueryParameters parameters, CrsParameters crsParameters) {
        return parameters
                .find(CRS, crsParameters::parseCrs)
                .map(named -> new LiteralCrs(named.srid(), named.isNorthingFirst()))
                .orElse(LiteralCrs.CRS84);
    }

    private static String requireLength(String text) {
        if (text.length() > LONGEST) {
            // Not the usual message, which repeats the value.
            throw new InvalidParameter(
                    FILTER,
                    "The filter is " + text.length() + " characters long; expected are at most " + LONGEST + ".");
        }
        return text;
    }

    private static Function<String, Expression> parser(String language) {
        return Optional.ofNullable(PARSERS.get(language))
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected is one of " + String.join(", ", new TreeSet<>(PARSERS.keySet()))));
    }
}
