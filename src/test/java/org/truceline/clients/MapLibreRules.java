package org.truceline.clients;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The rules of a layer's MapLibre style: which features meet them.
 *
 * @param style the style's document
 */
record MapLibreRules(JsonNode style) {
    private static final String TITLE = "truceline:legend";

    /** The rules' titles, in order. */
    Set<String> titles() {
        Set<String> titles = new LinkedHashSet<>();
        layers().forEach(layer -> titles.add(title(layer)));
        return titles;
    }

    private Stream<JsonNode> layers() {
        return style.get("layers").valueStream().filter(layer -> !title(layer).isEmpty());
    }

    private static String title(JsonNode layer) {
        return layer.path("metadata").path(TITLE).asString("");
    }

    /** By the features' ids: the titles of the rules that each meets, in the order of the alphabet. */
    Map<String, List<String>> met(Map<String, JsonNode> features) {
        Map<String, List<String>> met = new TreeMap<>();
        features.forEach((id, feature) -> {
            if (feature.get("geometry").isObject()) {
                met.put(id, titles(feature));
            }
        });
        return met;
    }

    private List<String> titles(JsonNode feature) {
        List<String> titles = new ArrayList<>();
        layers().filter(layer -> !layer.has("filter") || isTrue(layer.get("filter"), feature))
                .forEach(layer -> titles.add(title(layer)));
        return titles.stream().sorted().toList();
    }

    private static boolean isTrue(JsonNode expression, JsonNode feature) {
        if (expression.isBoolean()) {
            return expression.asBoolean();
        }
        List<JsonNode> operands = expression.valueStream().skip(1).toList();
        return switch (expression.get(0).asString()) {
            case "all" -> operands.stream().allMatch(operand -> isTrue(operand, feature));
            case "any" -> operands.stream().anyMatch(operand -> isTrue(operand, feature));
            case "!" -> !isTrue(operands.get(0), feature);
            case "==" -> value(operands.get(0), feature).equals(value(operands.get(1), feature));
            case "!=" -> !value(operands.get(0), feature).equals(value(operands.get(1), feature));
            case "in" ->
                operands.get(1)
                        .get(1)
                        .valueStream()
                        .anyMatch(listed -> text(listed).equals(value(operands.get(0), feature)));
            default -> throw new IllegalArgumentException("The test doesn't know " + expression);
        };
    }

    private static String value(JsonNode expression, JsonNode feature) {
        if (!expression.isArray()) {
            return text(expression);
        }
        return switch (expression.get(0).asString()) {
            case "get" -> text(feature.get("properties").path(expression.get(1).asString()));
            case "geometry-type" -> feature.at("/geometry/type").asString().replace("Multi", "");
            default -> throw new IllegalArgumentException("The test doesn't know " + expression);
        };
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
