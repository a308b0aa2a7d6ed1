package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Types every command of the analysts' guide into a shell. Its expressions are {@link QgisTest}'s. */
class AnalystGuideTest extends ClientTest {
    private static final Program SHELL = new Program(Path.of("/bin/bash"), "bash, curl and gdal-bin");
    private static final Pattern SUMMARY_COUNT = Pattern.compile("(?m)^Feature Count: (\\d+)$");

    @TempDir
    private Path folder;

    @Test
    void everyExampleSaysWhatItFinds() throws Exception {
        assertThat(Guide.read().rest()).isEmpty();
        assertThat(Guide.read().commands()).hasSizeGreaterThan(10);
        assertThat(Guide.read().expressions()).hasSizeGreaterThan(10);
    }

    @TestFactory
    Stream<DynamicTest> commandsFindWhatTheGuideSays() throws Exception {
        return Guide.read().commands().stream()
                .map(example -> DynamicTest.dynamicTest(example.text(), () -> {
                    String answer = type(example.text().replace("http://localhost:8080", uri("").toString()));

                    assertThat(countFeatures(example.text(), answer)).as(answer).isEqualTo(example.features());
                }));
    }

    private String type(String command) throws Exception {
        return SHELL.run(folder, Map.of(), List.of("-c", command)).answer();
    }

    /** In the server's answer, in {@code ogrinfo}'s summary, or in the file that {@code ogr2ogr} has made. */
    private int countFeatures(String command, String answer) throws Exception {
        if (command.startsWith("curl")) {
            return JsonMapper.shared().readTree(answer).path("numberMatched").asInt(-1);
        }
        String summary = command.startsWith("ogrinfo") ? answer : type("ogrinfo -so -al " + command.split(" ", 3)[1]);
        return SUMMARY_COUNT
                .matcher(summary)
                .results()
                .mapToInt(count -> Integer.parseInt(count.group(1)))
                .sum();
    }
}
