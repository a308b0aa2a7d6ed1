package org.truceline.ceasefire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The examples of {@code docs/regimes.md}: tables that are data files as they stand. */
record RegimeGuide(List<Example> examples) {
    private static final Path STAGE = Path.of("src/test/resources/org/truceline/ceasefire/regimes");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```csv ([a-z-]+)\\n(.*?)^```$");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @param kind as in {@code dataset.json} */
    record Example(String kind, String table) {}

    static RegimeGuide read() throws IOException {
        return new RegimeGuide(BLOCK.matcher(Files.readString(Path.of("docs/regimes.md")))
                .results()
                .map(block -> new Example(block.group(1), block.group(2)))
                .toList());
    }

    /** Makes a data set of the stage and the examples. */
    void writeTo(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(STAGE)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
        Path manifest = folder.resolve("dataset.json");
        ObjectNode dataset = (ObjectNode) JSON.readTree(Files.readString(manifest));
        for (int i = 0; i < examples.size(); i++) {
            String path = "example-" + i + ".csv";
            Files.writeString(folder.resolve(path), examples.get(i).table());
            ((ArrayNode) dataset.get("files"))
                    .addObject()
                    .put("path", path)
                    .put("kind", examples.get(i).kind())
                    .put("source", "stage-map");
        }
        Files.writeString(manifest, dataset.toString());
    }
}
