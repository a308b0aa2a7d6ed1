package org.truceline.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file, or an address under {@code /vsicurl/}, in GDAL's eyes.
 *
 * @param options for opening it
 */
record GdalFile(String source, List<String> options, Path folder) {
    private static final Program OGRINFO = new Program(Path.of("/usr/bin/ogrinfo"), "gdal-bin");
    private static final Program OGR2OGR = new Program(Path.of("/usr/bin/ogr2ogr"), "gdal-bin");
    private static final Pattern FIELD =
            Pattern.compile("(?m)^(.+?): ([A-Z]\\w*(?:\\(\\w+\\))?) \\(\\d+\\.\\d+\\)(?: UNIQUE| NOT NULL|,.*)*$");
    private static final Pattern COMPLAINT = Pattern.compile("(?m)^(?:ERROR|Warning) \\d+:.*$");

    /** Chosen by the file's name, as a user of GDAL would. */
    static GdalFile of(Path file) {
        List<String> options = file.toString().endsWith(".csv")
                ? List.of("-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat", "-oo", "Z_POSSIBLE_NAMES=z")
                : List.of();
        return new GdalFile(file.toString(), options, file.getParent());
    }

    /** What {@code ogrinfo} says of its only layer. */
    String summary(String... more) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-ro", "-so", "-al"));
        arguments.addAll(List.of(more));
        arguments.addAll(options);
        arguments.add(source);
        return run(OGRINFO, arguments).answer();
    }

    /** The types of the fields by their names. */
    Map<String, String> fields() throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>();
        FIELD.matcher(summary()).results().forEach(result -> fields.put(result.group(1), result.group(2)));
        return fields;
    }

    /** Its features as GeoJSON by their ids. */
    Map<String, JsonNode> features() throws IOException, InterruptedException {
        Path copy = Files.createTempDirectory(folder, "copy").resolve("copy.geojson");
        List<String> arguments =
                new ArrayList<>(List.of("-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15", "-lco", "WRITE_NAME=NO"));
        arguments.addAll(options);
        if (source.endsWith(".csv")) {
            // The format has no place for it.
            arguments.addAll(List.of("-a_srs", "EPSG:4326"));
        }
        if (source.endsWith(".gpkg") || source.endsWith(".geojsons")) {
            // A whole number that is the id is the key of the rows, and so no field.
            arguments.add("-preserve_fid");
        }
        arguments.addAll(List.of(copy.toString(), source));
        run(OGR2OGR, arguments);
        Map<String, JsonNode> features = new LinkedHashMap<>();
        JsonMapper.shared().readTree(copy.toFile()).get("features").forEach(feature -> {
            JsonNode id = feature.at("/properties/id");
            features.put((id.isMissingNode() ? feature.get("id") : id).asString(), feature);
        });
        return features;
    }

    private Program.Output run(Program program, List<String> arguments) throws IOException, InterruptedException {
        Program.Output output = program.run(folder, Map.of(), arguments);
        assertThat(COMPLAINT.matcher(output.log()).results().map(MatchResult::group))
                .as("%s: %s", arguments, output.log())
                .isEmpty();
        return output;
    }
}
