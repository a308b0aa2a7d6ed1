package org.truceline.ingest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.truceline.database.DatabaseOrigin;

/** Loads the example that travels with the server, once: what is edited or deleted later stays so. No command does. */
@Component
@ConditionalOnWebApplication
class ExampleLoading implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ExampleLoading.class);
    private static final String ID = "kyrgyz-tajik";
    private static final String FOLDER = "gis/data/" + ID;

    private final DatasetImport datasets;
    private final DatabaseOrigin database;
    private final ExampleProperties settings;

    ExampleLoading(DatasetImport datasets, DatabaseOrigin database, ExampleProperties settings) {
        this.datasets = datasets;
        this.database = database;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!settings.isWantedIn(database) || datasets.isLoaded(ID)) {
            return;
        }
        ImportReport report = datasets.run(DatasetFolder.onClassPath(FOLDER));
        report.lines().forEach(LOG::info);
    }
}
