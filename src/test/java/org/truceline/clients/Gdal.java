package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GDAL's programs, reading one server by the driver OAPIF. */
record Gdal(URI server, Path folder) {
    private static final Program OGRINFO = new Program(Path.of("/usr/bin/ogrinfo"), "gdal-bin");
    private static final Program OGR2OGR = new Program(Path.of("/usr/bin/ogr2ogr"), "gdal-bin");
    private static final Pattern LISTED =
            Pattern.compile("(?m)^\\d+: (.*) \\(title: (.*?)\\)(?: \\([A-Z][A-Za-z ]*\\))?$");
    private static final Pattern FIELD = Pattern.compile("(?m)^(.+): ([A-Z]\\w*(?:\\(\\w+\\))?) \\(\\d+\\.\\d+\\)$");
    private static final Pattern FETCHED = Pattern.compile("(?m)HTTP: Fetch\\(([^\\n]*)\\)$");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+");
    private static final Pattern COMPLAINT = Pattern.compile("(?m)^(?:ERROR|Warning) \\d+:.*$");

    /**
     * A layer in GDAL's eyes.
     *
     * @param fields the types by name
     */
    record Summary(String text, Map<String, String> fields) {
        int count() {
            return Integer.parseInt(findLine("Feature Count").orElseThrow());
        }

        /** West, south, east, north in degrees; nothing where the layer has no geometry. */
        List<Double> extent() {
            return NUMBER.matcher(findLine("Extent").orElse(""))
                    .results()
                    .map(result -> Double.valueOf(result.group()))
                    .toList();
        }

        private Optional<String> findLine(String heading) {
            Matcher line = Pattern.compile("(?m)^" + heading + ": (.*)$").matcher(text);
            return line.find() ? Optional.of(line.group(1)) : Optional.empty();
        }
    }

    /**
     * What came of copying a layer to GeoJSON.
     *
     * @param requests what GDAL asked the server for, paths with queries
     */
    record Copy(JsonNode document, List<String> requests) {
        List<String> ids() {
            List<String> ids = new ArrayList<>();
            document.get("features")
                    .forEach(feature -> ids.add(feature.at("/properties/id").asString()));
            return ids;
        }
    }

    /** Titles by id. */
    Map<String, String> list() throws IOException, InterruptedException {
        Map<String, String> titles = new LinkedHashMap<>();
        LISTED.matcher(run(OGRINFO, List.of("-ro", source())).answer())
                .results()
                .forEach(result -> titles.put(result.group(1), result.group(2)));
        return titles;
    }

    Summary summarize(String layer) throws IOException, InterruptedException {
        String text = run(OGRINFO, List.of("-ro", "-so", source(), layer)).answer();
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(text).results().forEach(result -> fields.put(result.group(1), result.group(2)));
        return new Summary(text, fields);
    }

    /** Copies a layer as it is; the options choose which features. */
    Copy copy(String layer, String... options) throws IOException, InterruptedException {
        Path file = Files.createTempDirectory(folder, "copy").resolve("copy.geojson");
        // Fifteen decimals are more than a 64-bit number of degrees has.
        List<String> arguments = new ArrayList<>(List.of(
                "--debug", "on", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", file.toString(), source(), layer));
        arguments.addAll(List.of(options));
        String log = run(OGR2OGR, arguments).log();
        List<String> requests = FETCHED.matcher(log)
                .results()
                .map(result -> result.group(1).replaceFirst("^http://[^/]+", ""))
                .toList();
        return new Copy(JsonMapper.shared().readTree(file.toFile()), requests);
    }

    private String source() {
        return "OAPIF:" + server;
    }

    private Program.Output run(Program program, List<String> arguments) throws IOException, InterruptedException {
        Program.Output output = program.run(folder, Map.of(), arguments);
        assertThat(COMPLAINT.matcher(output.log()).results().map(MatchResult::group))
                .as("%s: %s", arguments, output.log())
                .isEmpty();
        return output;
    }
}
