package org.truceline.ingest;

import java.util.List;

/**
 * What became of one file. Every row that was read is loaded, there already, or rejected.
 *
 * @param alreadyThere rows whose records had been loaded before, and were left as they are now
 * @param notes what was not taken over
 */
public record FileReport(
        String path, int read, int loaded, int alreadyThere, List<Rejection> rejections, List<String> notes) {
    public FileReport {
        rejections = List.copyOf(rejections);
        notes = List.copyOf(notes);
    }
}
