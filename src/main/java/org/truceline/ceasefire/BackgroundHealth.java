package org.truceline.ceasefire;

import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.truceline.database.SqlFile;

/** What the server's health says of its work in the background; the names are those in the answer. */
@Configuration(proxyBeanMethods = false)
class BackgroundHealth {
    @Bean
    HealthIndicator withdrawalAreas(JdbcClient jdbc) {
        return new CountedHealth(
                jdbc, SqlFile.read(BackgroundHealth.class, "count-areas.sql"), "The withdrawal areas can't be counted");
    }

    @Bean
    HealthIndicator compliance(JdbcClient jdbc) {
        return new CountedHealth(
                jdbc, SqlFile.read(BackgroundHealth.class, "count-verdicts.sql"), "The verdicts can't be counted");
    }
}
