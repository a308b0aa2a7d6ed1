package org.truceline.ingest;

import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.truceline.commands.Command;

/**
 * {@code import FOLDER} on the command line: loads a data set folder, reports, and ends with 0 when every row was loaded
 * or there already, with 1 when one was rejected, and with 2 when the folder could not be loaded at all.
 */
@Component
public class ImportCommand implements Command {
    /** The word on the command line. */
    public static final String NAME = "import";

    private static final Logger LOG = LoggerFactory.getLogger(ImportCommand.class);
    private static final int ROWS_REJECTED = 1;

    private final DatasetImport datasets;

    ImportCommand(DatasetImport datasets) {
        this.datasets = datasets;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> parameters() {
        return List.of("FOLDER");
    }

    @Override
    public int run(List<String> words) {
        try {
            ImportReport report = datasets.run(DatasetFolder.at(Path.of(words.get(0))));
            report.lines().forEach(LOG::info);
            return report.hasRejections() ? ROWS_REJECTED : 0;
        } catch (ImportFailure e) {
            LOG.error("Nothing was imported: {}", e.getMessage());
            return NOT_DONE;
        }
    }
}
