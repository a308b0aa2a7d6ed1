package org.truceline.ingest;

import java.util.Optional;

/**
 * A row that was not loaded, and why.
 *
 * @param file path of the file within its folder
 * @param row as a reader would count: in CSV the header is row 1, in GeoJSON the first feature is row 1
 * @param field the column or property at fault, where it is one
 * @param reason what was wrong and what was expected
 */
public record Rejection(String file, int row, Optional<String> field, String reason) {
    @Override
    public String toString() {
        return file + ", row " + row + field.map(name -> ", " + name).orElse("") + ": " + reason;
    }
}
