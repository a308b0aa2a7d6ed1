package org.truceline.editing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The module's fixed SQL, from files beside its package. */
final class SqlFile {
    private SqlFile() {}

    static String read(String name) {
        try {
            return new ClassPathResource(name, SqlFile.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
