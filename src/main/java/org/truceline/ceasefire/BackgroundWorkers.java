package org.truceline.ceasefire;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a server does in the background: withdrawal areas, verdicts on sightings, the lines near incidents. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class BackgroundWorkers {
    @Bean
    BackgroundWorker areaWorker(AreaQueue queue, AreaInputs inputs, AreaProperties settings) {
        return new BackgroundWorker(() -> new AreaWork(queue, inputs, new AreaComputation(settings.toleranceMeters())));
    }

    @Bean
    BackgroundWorker complianceWorker(FindingStore findings, VerdictStore verdicts) {
        return new BackgroundWorker(() -> new ComplianceWork(findings, verdicts));
    }

    @Bean
    BackgroundWorker incidentLineWorker(JdbcClient jdbc) {
        return new BackgroundWorker(() -> new IncidentLineWork(jdbc));
    }
}
