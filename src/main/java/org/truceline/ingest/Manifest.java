package org.truceline.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code dataset.json}: what a data set folder holds. See docs/import.md.
 *
 * @param format {@value #FORMAT}
 * @param sources where the records come from; each file names one
 */
record Manifest(String format, String id, String title, String licence, List<Source> sources, List<FileEntry> files) {

    static final String FORMAT = "truceline-dataset-1";

    Manifest {
        if (!FORMAT.equals(format)) {
            throw new IllegalArgumentException("format is '" + format + "'; expected '" + FORMAT + "'");
        }
        require(id, "id");
        require(title, "title");
        require(licence, "licence");
        sources = List.copyOf(require(sources, "sources"));
        files = List.copyOf(require(files, "files"));
        Set<String> known = sources.stream().map(Source::id).collect(Collectors.toSet());
        files.stream()
                .filter(file -> !known.contains(file.source()))
                .findFirst()
                .ifPresent(file -> {
                    throw new IllegalArgumentException(
                            "file " + file.path() + " names the source '" + file.source() + "', which is not listed");
                });
    }

    /** A source of records with its licence. */
    record Source(
            String id,
            String title,
            @Nullable String publisher,
            String licence,
            @JsonProperty("licence_url") @Nullable String licenceUrl,
            @Nullable String attribution,
            @Nullable String url,
            @JsonProperty("snapshot_from") @Nullable String snapshotFrom,
            @JsonProperty("snapshot_to") @Nullable String snapshotTo) {
        Source {
            require(id, "a source's id");
            require(title, "a source's title");
            require(licence, "a source's licence");
        }
    }

    /**
     * A table to load.
     *
     * @param path within the folder
     * @param crs the coordinate reference system; longitude, latitude on WGS84 when not given
     * @param fields for a field of the record, the column that holds it when it has another name; empty for none
     * @param constants for a field of the record, the value where the row has none
     * @param values for a field of the record, what its values mean
     */
    record FileEntry(
            String path,
            FileKind kind,
            String source,
            @Nullable String crs,
            Map<String, String> fields,
            Map<String, String> constants,
            Map<String, Map<String, String>> values) {
        FileEntry {
            require(path, "a file's path");
            require(kind, "a file's kind");
            require(source, "a file's source");
            fields = copy(fields);
            constants = copy(constants);
            values = copy(values);
        }

        Optional<String> findCrs() {
            return Optional.ofNullable(crs);
        }

        private static <T> Map<String, T> copy(@Nullable Map<String, T> map) {
            return map == null ? Map.of() : Map.copyOf(map);
        }
    }

    private static <T> T require(@Nullable T value, String name) {
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
