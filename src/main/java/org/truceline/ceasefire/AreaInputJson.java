package org.truceline.ceasefire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.truceline.ceasefire.AreaInput.Exclusion;
import org.truceline.ceasefire.AreaInput.Member;
import org.truceline.ceasefire.Reference.Mark;
import org.truceline.ceasefire.Reference.Section;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lists within what {@code read-area-input.sql} reads; they come as JSON, their geometries in hexadecimal. */
final class AreaInputJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AreaInputJson() {}

    static List<Section> sections(@Nullable String json) {
        return list(json)
                .map(node -> new Section(text(node, "name"), mark(node.path("from")), mark(node.path("to"))))
                .toList();
    }

    static List<Exclusion> exclusions(@Nullable String json) {
        return list(json)
                .map(node -> new Exclusion(
                        text(node, "site"),
                        StoredShape.ofHex(text(node, "shape")),
                        node.path("meters").asDouble()))
                .toList();
    }

    static List<Member> members(@Nullable String json) {
        return list(json)
                .map(node -> new Member(text(node, "claim"), result(node)))
                .toList();
    }

    private static Mark mark(JsonNode node) {
        JsonNode meters = node.path("meters");
        return new Mark(
                findText(node, "point").map(point -> (Point) StoredShape.ofHex(point)),
                meters.isNumber() ? OptionalDouble.of(meters.asDouble()) : OptionalDouble.empty());
    }

    private static AreaResult result(JsonNode node) {
        String outcome = text(node, "outcome");
        return switch (outcome) {
            case "area" ->
                new AreaResult.Area(
                        Extent.of(
                                StoredShape.ofHex(text(node, "shape")),
                                node.path("error").asDouble()),
                        Optional.empty());
            case "empty" -> new AreaResult.Empty(text(node, "reason"));
            default -> new AreaResult.Failure(text(node, "reason"));
        };
    }

    private static Stream<JsonNode> list(@Nullable String json) {
        return json == null ? Stream.empty() : JSON.readTree(json).valueStream();
    }

    private static String text(JsonNode node, String name) {
        return findText(node, name)
                .orElseThrow(() -> new IllegalStateException("read-area-input.sql gave no " + name + " in " + node));
    }

    private static Optional<String> findText(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }
}
