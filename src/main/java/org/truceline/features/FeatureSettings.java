package org.truceline.features;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a question to a layer may cost.
 *
 * @param statementTimeout how long the database may work on an answer, or on a portion of its rows
 * @param concurrentReads how many questions are answered at a time; fewer than there are connections
 * @param longestWait how long a question waits for its turn
 */
@Validated
@ConfigurationProperties("truceline.features")
record FeatureSettings(
        @DefaultValue("30s") Duration statementTimeout,
        @Min(1) @DefaultValue("8") int concurrentReads,
        @DefaultValue("5s") Duration longestWait) {}
