package org.truceline.cql2;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON text with the place of each value. */
final class JsonSource {
    /** Each operator takes two levels, its object and its array, and a geometry takes six. */
    private static final int DEEPEST = 2 * Nesting.DEEPEST + 6;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Numbers.LONGEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String text;
    private final JsonParser parser;

    /** How far characters were counted: the parser's offsets are in units of UTF-16. */
    private int countedUnits;

    private int countedCharacters;

    private JsonSource(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    static Json read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonSource source = new JsonSource(text, parser);
            try {
                Json value = source.value(parser.nextToken());
                JsonToken next = parser.nextToken();
                if (next != null) {
                    throw new Cql2ParseException(
                            source.position(), "there is more after the filter", "the end of the filter");
                }
                return value;
            } catch (JacksonException notJson) {
                throw source.fault(notJson);
            }
        }
    }

    private Json value(@Nullable JsonToken token) {
        Position position = position();
        if (token == null) {
            throw new Cql2ParseException(position, "the filter ends", "a JSON value");
        }
        return switch (token) {
            case START_OBJECT -> new Json.Members(members(), position);
            case START_ARRAY -> new Json.Elements(elements(), position);
            case VALUE_STRING -> new Json.Words(Texts.requireStorable(parser.getString(), position), position);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                new Json.Figure(Numbers.parse(parser.getString(), position), position);
            case VALUE_TRUE, VALUE_FALSE -> new Json.Flag(token == JsonToken.VALUE_TRUE, position);
            case VALUE_NULL -> new Json.Nothing(position);
            default -> throw new IllegalStateException("no value begins with " + token);
        };
    }

    private Map<String, Json> members() {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            members.put(name, value(parser.nextToken()));
        }
        return members;
    }

    private List<Json> elements() {
        List<Json> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(token));
        }
        return elements;
    }

    private Position position() {
        return position(parser.currentTokenLocation().getCharOffset());
    }

    private Position position(long units) {
        int here = (int) Math.max(0, Math.min(units, text.length()));
        countedCharacters += here >= countedUnits
                ? text.codePointCount(countedUnits, here)
                : -text.codePointCount(here, countedUnits);
        countedUnits = here;
        return new Position(countedCharacters);
    }

    private Cql2ParseException fault(JacksonException notJson) {
        String first = notJson.getOriginalMessage().lines().findFirst().orElse("");
        return new Cql2ParseException(
                position(
                        notJson.getLocation() == null
                                ? text.length()
                                : notJson.getLocation().getCharOffset()),
                "this is not the JSON of a filter: " + first + ",",
                "JSON of at most " + DEEPEST + " levels");
    }
}
