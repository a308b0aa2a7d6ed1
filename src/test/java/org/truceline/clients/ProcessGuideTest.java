package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Types every example of the guide to processes into a shell or into QGIS's Python. */
class ProcessGuideTest extends ClientTest {
    private static final Program SHELL = new Program(Path.of("/bin/bash"), "bash, curl and gdal-bin");
    private static final Program PYTHON = new Program(Path.of("/usr/bin/python3"), "python3-qgis");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```(sh|python)\\n(.*?)^```$");
    private static final Pattern SAYS = Pattern.compile("# says: (.*)");

    /** Of what stands in QGIS's console before anything is typed. */
    private static final String QGIS = """
            from qgis.core import QgsApplication
            application = QgsApplication([], False)
            application.initQgis()
            """;

    @TempDir
    private Path folder;

    @Test
    void everyExampleSaysWhatComesOut() throws Exception {
        assertThat(examples()).hasSizeGreaterThan(7);
        assertThat(examples())
                .allSatisfy(example -> assertThat(example.group(2)).containsPattern(SAYS));
    }

    @TestFactory
    Stream<DynamicTest> examplesSayWhatTheGuideSays() throws Exception {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.group(2), () -> {
                    String text = example.group(2).replace("http://localhost:8080", uri("").toString());
                    String answer = example.group(1).equals("sh") ? type(text) : python(text);

                    String expected = SAYS.matcher(text)
                            .results()
                            .map(said -> said.group(1))
                            .findFirst()
                            .orElseThrow();
                    assertThat(answer).contains(expected);
                }));
    }

    private String type(String commands) throws Exception {
        return SHELL.run(folder, Map.of(), List.of("-ec", commands)).answer();
    }

    private String python(String script) throws Exception {
        return PYTHON.run(folder, Map.of("QT_QPA_PLATFORM", "offscreen"), List.of("-c", QGIS + script))
                .answer();
    }

    private static List<MatchResult> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("docs", "processes.md")))
                .results()
                .toList();
    }
}
