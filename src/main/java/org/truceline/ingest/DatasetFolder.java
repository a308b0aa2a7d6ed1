package org.truceline.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A folder with a {@code dataset.json}, on disk or on the class path. */
public final class DatasetFolder {
    static final String MANIFEST = "dataset.json";

    // A misspelt key would otherwise be ignored in silence.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Resource folder;

    private DatasetFolder(Resource folder) {
        this.folder = folder;
    }

    /**
     * A folder on disk.
     *
     * @throws ImportFailure if there is no such folder
     */
    public static DatasetFolder at(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ImportFailure(folder + " is not a folder; expected one with a " + MANIFEST);
        }
        return new DatasetFolder(new FileSystemResource(folder + "/"));
    }

    /** A folder on the class path, such as {@code gis/data/example}. */
    static DatasetFolder onClassPath(String folder) {
        return new DatasetFolder(new ClassPathResource(folder + "/"));
    }

    byte[] read(String path) {
        // A data set from elsewhere must not reach for other files of this machine.
        if (path.startsWith("/")
                || path.contains("\\")
                || List.of(path.split("/")).contains("..")) {
            throw new ImportFailure("the file " + path + " is not within the folder");
        }
        try (InputStream in = folder.createRelative(path).getInputStream()) {
            return in.readAllBytes();
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw new ImportFailure("there is no file " + path + " in the folder", e);
        } catch (IOException e) {
            throw new ImportFailure("the file " + path + " could not be read: " + e.getMessage(), e);
        }
    }

    Manifest readManifest() {
        try {
            return JSON.readValue(read(MANIFEST), Manifest.class);
        } catch (JacksonException e) {
            throw new ImportFailure(MANIFEST + " is not as expected: " + e.getOriginalMessage(), e);
        }
    }
}
