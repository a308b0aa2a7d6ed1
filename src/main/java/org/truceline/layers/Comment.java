package org.truceline.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a {@code COMMENT ON}: its first line is a title, the lines after it a description, and a line that
 * begins with {@code @} is a tag.
 */
record Comment(String title, String description, List<Tag> tags) {
    private static final Pattern COMMA = Pattern.compile(",");

    /** A line such as {@code @license https://example.org/terms The terms}: name {@code license}, then its value. */
    record Tag(String name, String value) {}

    static Comment parse(@Nullable String text) {
        List<String> prose = new ArrayList<>();
        List<Tag> tags = new ArrayList<>();
        (text == null ? "" : text).strip().lines().map(String::strip).forEach(line -> {
            if (line.startsWith("@")) {
                String[] parts = line.substring(1).split("\\s+", 2);
                tags.add(new Tag(parts[0], parts.length > 1 ? parts[1] : ""));
            } else {
                prose.add(line);
            }
        });
        String title = prose.isEmpty() ? "" : prose.get(0);
        String description = prose.stream().skip(1).collect(Collectors.joining("\n"));
        return new Comment(title, description.strip(), List.copyOf(tags));
    }

    boolean hasTag(String name) {
        return tags.stream().anyMatch(tag -> tag.name().equals(name));
    }

    /** The value of the first tag of this name. */
    Optional<String> findValue(String tagName) {
        return listValues(tagName).stream().findFirst();
    }

    List<String> listValues(String tagName) {
        return tags.stream()
                .filter(tag -> tag.name().equals(tagName))
                .map(Tag::value)
                .toList();
    }

    /** The words of all tags of this name, between commas. */
    List<String> listItems(String tagName) {
        return listValues(tagName).stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
