package org.truceline.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that {@code docs/web.md} and those beside it have their readers make: what stands behind {@code ```} is the language and the name. */
record WebGuide(Map<String, String> files) {
    private static final Pattern FILE = Pattern.compile("(?ms)^```\\w+ (\\S+)\\n(.*?)^```$");

    static WebGuide read() throws IOException {
        String text = Files.readString(Path.of("docs/web.md"))
                + Files.readString(Path.of("docs/tiles.md"))
                + Files.readString(Path.of("docs/changes.md"));
        return new WebGuide(FILE.matcher(text)
                .results()
                .collect(Collectors.toUnmodifiableMap(file -> file.group(1), file -> file.group(2))));
    }
}
