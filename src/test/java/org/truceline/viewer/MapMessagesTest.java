package org.truceline.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The map's texts: the same in each language's file, and all that the scripts ask for. */
class MapMessagesTest {
    private static final Path FOLDER = Path.of("src/main/resources/static/map");
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    /** Of whole numbers, in CLDR; for Tajik it has no rules: one form. */
    private static final Map<String, Set<String>> PLURALS = Map.of(
            "en", Set.of("one", "other"),
            "ru", Set.of("one", "few", "many", "other"),
            "ky", Set.of("one", "other"),
            "tg", Set.of("other"),
            "ar", Set.of("zero", "one", "two", "few", "many", "other"));

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "ky", "tg", "ar"})
    void everyLanguageHasEveryTextInEachOfItsPlurals(String language) throws Exception {
        JsonNode english = read("en");
        JsonNode messages = read(language);

        assertThat(messages.propertyNames()).containsExactlyElementsOf(english.propertyNames());
        for (Map.Entry<String, JsonNode> message : messages.properties()) {
            JsonNode value = message.getValue();
            assertThat(value.isObject())
                    .as(message.getKey())
                    .isEqualTo(english.path(message.getKey()).isObject());
            if (value.isObject()) {
                assertThat(value.propertyNames())
                        .as(message.getKey())
                        .containsExactlyInAnyOrderElementsOf(PLURALS.getOrDefault(language, Set.of()));
            } else {
                assertThat(value.asString()).as(message.getKey()).isNotBlank();
                assertThat(places(value)).as(message.getKey()).isEqualTo(places(english.path(message.getKey())));
            }
        }
    }

    @Test
    void scriptsAndPageAskForNoOtherTextsThanThereAre() throws Exception {
        Set<String> asked = new TreeSet<>();
        Pattern use = Pattern.compile(
                "(?:\\btext\\('|hasText\\('|data-(?:text|label|hint)=\"|\\bkey = ')([a-z]\\w*\\.[\\w.-]+)['\"]");
        for (Path file : files()) {
            use.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(asked::add);
        }

        assertThat(asked).hasSizeGreaterThan(80);
        assertThat(read("en").propertyNames()).containsAll(asked);
    }

    private static Set<Path> files() throws IOException {
        try (Stream<Path> scripts = Files.walk(FOLDER.resolve("js"))) {
            Set<Path> files = scripts.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
            files.add(Path.of("src/main/resources/org/truceline/viewer/map.html"));
            return files;
        }
    }

    private static Set<String> places(JsonNode message) {
        return PLACE.matcher(message.asString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode read(String language) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("messages/" + language + ".json")));
    }
}
