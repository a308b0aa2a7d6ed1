package org.truceline.ingest;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.truceline.database.DatabaseOrigin;

/**
 * Whether the example is loaded.
 *
 * @param example always or never; when not given, into the server's private database only
 */
@ConfigurationProperties("truceline")
record ExampleProperties(@Nullable Boolean example) {
    boolean isWantedIn(DatabaseOrigin origin) {
        return example == null ? origin == DatabaseOrigin.PRIVATE : example;
    }
}
