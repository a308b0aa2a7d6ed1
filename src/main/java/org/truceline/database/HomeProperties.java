package org.truceline.database;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where the server keeps what is its own: the private cluster, logs, caches.
 *
 * @param home a folder, made when missing; a relative path starts at the working directory
 */
@Validated
@ConfigurationProperties("truceline")
record HomeProperties(@NotNull Path home) {}
