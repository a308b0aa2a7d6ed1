package org.truceline.features;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.truceline.layers.Layer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place in the order of a layer's features: where one page ends and the next begins.
 *
 * @param sortValues the last feature's values of the sort keys, as PostgreSQL writes them; empty where not known
 * @param id the last feature's id
 */
public record PagePosition(List<Optional<String>> sortValues, PropertyValue id) {
    public PagePosition {
        sortValues = List.copyOf(sortValues);
    }

    /**
     * Reads what {@link #token} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static PagePosition parse(Layer layer, List<SortKey> order, String token) {
        if (order.isEmpty()) {
            return new PagePosition(List.of(), PropertyValue.parse(layer.idColumn(), token));
        }
        JsonNode values = parseArray(token);
        if (!values.isArray() || values.size() != order.size() + 1) {
            throw malformed();
        }
        List<Optional<String>> sortValues = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            sortValues.add(values.get(i).isNull() ? Optional.empty() : Optional.of(text(values.get(i))));
        }
        String id = text(values.get(order.size()));
        return new PagePosition(sortValues, PropertyValue.parse(layer.idColumn(), id));
    }

    /** The position as text for a URL: the bare id where the order is that of the ids. */
    static String token(List<Optional<String>> sortValues, String id) {
        if (sortValues.isEmpty()) {
            return id;
        }
        List<Object> values = new ArrayList<>(sortValues);
        values.add(id);
        byte[] json = JsonMapper.shared().writeValueAsBytes(values);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    private static JsonNode parseArray(String token) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(token);
            return JsonMapper.shared().readTree(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JacksonException notWritten) {
            throw malformed();
        }
    }

    private static String text(JsonNode value) {
        if (!value.isString() || value.stringValue().indexOf('\0') >= 0) {
            throw malformed();
        }
        return value.stringValue();
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("expected is what a next link of the same order carries");
    }
}
