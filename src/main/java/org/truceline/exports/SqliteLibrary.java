package org.truceline.exports;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sqlite.SQLiteJDBCLoader;

/**
 * The native part of SQLite's driver. It is unpacked into the folder of the downloads: elsewhere a server that is killed
 * would leave it behind.
 */
@Component
class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);
    private static final String FOLDER_SETTING = "org.sqlite.tmpdir";

    SqliteLibrary(ExportFolder folder) {
        if (System.getProperty(FOLDER_SETTING) == null) {
            System.setProperty(FOLDER_SETTING, folder.shared().toString());
        }
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception failure) {
            LOG.warn("SQLite can't be loaded: there will be no downloads as GeoPackage", failure);
        }
    }
}
