package org.truceline.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** A module's fixed SQL, which it keeps in files beside its package. */
public final class SqlFile {
    private SqlFile() {}

    /**
     * The text of a file.
     *
     * @param beside a class of the package that the file is beside
     * @throws UncheckedIOException if there is no such file, which is a mistake of the build
     */
    public static String read(Class<?> beside, String name) {
        try {
            return new ClassPathResource(name, beside).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
