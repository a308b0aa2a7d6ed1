package org.truceline;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.truceline.history.VerifyCommand;
import org.truceline.ingest.ImportCommand;

/** The map server for ceasefires. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Truceline {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Truceline.class);
        if (ImportCommand.isIn(arguments) || VerifyCommand.isIn(arguments)) {
            application.setWebApplicationType(WebApplicationType.NONE);
            // A server that runs on this folder need not be stopped for it.
            application.setDefaultProperties(Map.of("truceline.database.shared", "true"));
            System.exit(SpringApplication.exit(application.run(arguments)));
        }
        application.run(arguments);
    }
}
