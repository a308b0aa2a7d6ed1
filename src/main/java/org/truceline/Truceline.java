package org.truceline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.truceline.ingest.ImportCommand;

/** The map server for ceasefires. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Truceline {
    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Truceline.class);
        if (ImportCommand.isIn(arguments)) {
            application.setWebApplicationType(WebApplicationType.NONE);
            System.exit(SpringApplication.exit(application.run(arguments)));
        }
        application.run(arguments);
    }
}
