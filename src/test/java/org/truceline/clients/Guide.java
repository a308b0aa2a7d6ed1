package org.truceline.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The examples of {@code docs/qgis.md}, each with the number of features that the page promises. */
record Guide(String text) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|qgis)\\n(.*?)^```$");

    /** A command, on as many lines as it takes, and the number in the comment below it. */
    private static final Pattern COMMAND = Pattern.compile("(?ms)\\G([^#\\n].*?)\\n# (\\d+) features?\\b[^\\n]*\\n");

    /** One line, with the number in a comment that QGIS knows as one. */
    private static final Pattern EXPRESSION = Pattern.compile("\\G(.+) -- (\\d+) features?\\n");

    record Example(String text, int features) {}

    static Guide read() throws IOException {
        return new Guide(Files.readString(Path.of("docs/qgis.md")));
    }

    /** For a shell. */
    List<Example> commands() {
        return blocks("sh").flatMap(block -> examples(COMMAND, block)).toList();
    }

    /** For QGIS, on the layer of incidents. */
    List<Example> expressions() {
        return blocks("qgis").flatMap(block -> examples(EXPRESSION, block)).toList();
    }

    /** What stands among the examples and promises nothing. */
    List<String> rest() {
        return Stream.concat(
                        blocks("sh").map(block -> COMMAND.matcher(block).replaceAll("")),
                        blocks("qgis").map(block -> EXPRESSION.matcher(block).replaceAll("")))
                .filter(rest -> !rest.isEmpty())
                .toList();
    }

    private Stream<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2));
    }

    private static Stream<Example> examples(Pattern pattern, String block) {
        return pattern.matcher(block)
                .results()
                .map(match -> new Example(match.group(1), Integer.parseInt(match.group(2))));
    }
}
