package org.truceline.ingest;

import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Component;

/**
 * {@code import FOLDER} on the command line: loads a data set folder, reports, and ends with 0 when every row was loaded
 * or there already, with 1 when one was rejected, and with 2 when the folder could not be loaded at all.
 */
@Component
public class ImportCommand implements ApplicationRunner, ExitCodeGenerator {
    /** The word on the command line. */
    public static final String NAME = "import";

    private static final Logger LOG = LoggerFactory.getLogger(ImportCommand.class);
    private static final int ROWS_REJECTED = 1;
    private static final int NOTHING_LOADED = 2;

    private final DatasetImport datasets;
    private int exitCode;

    ImportCommand(DatasetImport datasets) {
        this.datasets = datasets;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<String> words = arguments.getNonOptionArgs();
        if (words.isEmpty() || !words.get(0).equals(NAME)) {
            return;
        }
        try {
            if (words.size() != 2) {
                throw new ImportFailure(
                        "expected: import FOLDER, with a folder that holds a " + DatasetFolder.MANIFEST);
            }
            ImportReport report = datasets.run(DatasetFolder.at(Path.of(words.get(1))));
            report.lines().forEach(LOG::info);
            exitCode = report.hasRejections() ? ROWS_REJECTED : 0;
        } catch (ImportFailure e) {
            LOG.error("Nothing was imported: {}", e.getMessage());
            exitCode = NOTHING_LOADED;
        }
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
