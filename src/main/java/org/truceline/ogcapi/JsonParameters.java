package org.truceline.ogcapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.truceline.ogcapi.RequestFailure.InvalidParameter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Parameters as members of a JSON object. A text, a number, true and false mean what they mean in an address; an array
 * is a list, which is written with commas there; and an object is a filter in CQL2 JSON.
 */
final class JsonParameters {
    private static final String BODY = "body";
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String text;
    private final JsonParser parser;

    private JsonParameters(String text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /**
     * Reads the object.
     *
     * @throws InvalidParameter if the text is none, or a member's value none of a parameter
     */
    static QueryParameters read(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new QueryParameters(new JsonParameters(text, parser).members());
        } catch (JacksonException notJson) {
            String fault = notJson.getOriginalMessage().lines().findFirst().orElse("");
            long place =
                    notJson.getLocation() == null ? 0 : notJson.getLocation().getCharOffset();
            throw new InvalidParameter(
                    BODY, "The body is not JSON: " + fault + ", at character " + (Math.max(0, place) + 1) + ".");
        }
    }

    private Map<String, String> members() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidParameter(
                    BODY, "The body is no JSON object; expected is one whose members are parameters.");
        }
        Map<String, String> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            members.put(name, value(name, parser.nextToken(), members));
        }
        if (parser.nextToken() != null) {
            throw new InvalidParameter(BODY, "There is more after the body's JSON object; expected is its end.");
        }
        return members;
    }

    private String value(String name, @Nullable JsonToken token, Map<String, String> members) {
        if (token == JsonToken.START_OBJECT && name.equals(FilterParameter.FILTER)) {
            // A language that is named after the filter is another value of the same parameter, and wins.
            members.putIfAbsent(FilterParameter.LANGUAGE, FilterParameter.JSON);
            return source();
        } else if (token == JsonToken.START_ARRAY) {
            List<String> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(scalar(name, parser.currentToken()));
            }
            return String.join(",", elements);
        }
        return scalar(name, token);
    }

    private String scalar(String name, @Nullable JsonToken token) {
        if (token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
            // Numbers as they are written: 0.1 has no exact value in binary.
            return parser.getString();
        }
        throw new InvalidParameter(
                name,
                "The parameter \"" + name + "\" is " + (token == JsonToken.VALUE_NULL ? "null" : "nested")
                        + "; expected is a text, a number, true or false, or an array of these"
                        + (name.equals(FilterParameter.FILTER) ? ", or an object in CQL2 JSON." : "."));
    }

    /** As it is written, so that places in it are places in what the client sent. */
    private String source() {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }
}
