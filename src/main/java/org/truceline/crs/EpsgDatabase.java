package org.truceline.crs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.geotools.api.referencing.FactoryException;
import org.geotools.referencing.CRS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The EPSG database as GeoTools brings it: unpacked into a folder, then read into memory at the first question, which
 * takes seconds.
 */
@Component
class EpsgDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(EpsgDatabase.class);
    /** GeoTools' name for the setting; without it the folder is one that all users of the machine share. */
    private static final String FOLDER_SETTING = "EPSG-HSQL.directory";

    private final Path folder;

    EpsgDatabase(@Value("${truceline.home}") Path home) {
        this.folder = home.resolve("cache").resolve("epsg").toAbsolutePath();
    }

    void open() {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder " + folder + " for the EPSG database can't be made", failure);
        }
        System.setProperty(FOLDER_SETTING, folder.toString());
    }

    /** Asks the first question before a user does, and without keeping anybody waiting. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread warmUp = new Thread(EpsgDatabase::askOnce, "epsg-warm-up");
        warmUp.setDaemon(true);
        warmUp.start();
    }

    private static void askOnce() {
        try {
            CRS.decode("EPSG:4326", true);
        } catch (FactoryException failure) {
            LOG.warn("The EPSG database can't be read: {}", failure.getMessage());
        }
    }
}
