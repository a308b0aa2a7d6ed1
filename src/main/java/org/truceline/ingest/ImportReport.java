package org.truceline.ingest;

import java.util.ArrayList;
import java.util.List;

/** What became of a data set. */
public record ImportReport(String dataset, List<FileReport> files) {
    public ImportReport {
        files = List.copyOf(files);
    }

    public boolean hasRejections() {
        return files.stream().anyMatch(file -> !file.rejections().isEmpty());
    }

    /** The report for people: a line for each file, and one for each rejected row and each note. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Data set " + dataset);
        for (FileReport file : files) {
            lines.add("%s: %d read, %d loaded, %d already there, %d rejected"
                    .formatted(
                            file.path(),
                            file.read(),
                            file.loaded(),
                            file.alreadyThere(),
                            file.rejections().size()));
            file.rejections().forEach(rejection -> lines.add("  rejected: " + rejection));
            file.notes().forEach(note -> lines.add("  note: " + note));
        }
        return lines;
    }
}
