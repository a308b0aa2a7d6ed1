package org.truceline.ogcapi;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the change feed may cost.
 *
 * @param listeners connections at a time
 * @param look how long it is from one look into the change log to the next
 * @param heartbeat how long a connection is silent at the most
 */
@ConfigurationProperties("truceline.changes")
record ChangesSettings(
        @DefaultValue("2000") int listeners,
        @DefaultValue("200ms") Duration look,
        @DefaultValue("15s") Duration heartbeat) {}
