package org.truceline.ceasefire;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a server does in the background: withdrawal areas, and findings on sightings. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class BackgroundWorkers {
    @Bean
    BackgroundWorker areaWorker(AreaQueue queue, AreaInputs inputs, AreaProperties settings) {
        return new BackgroundWorker(() -> new AreaWork(queue, inputs, new AreaComputation(settings.toleranceMeters())));
    }

    @Bean
    BackgroundWorker complianceWorker(FindingStore store) {
        return new BackgroundWorker(() -> new ComplianceWork(store));
    }
}
