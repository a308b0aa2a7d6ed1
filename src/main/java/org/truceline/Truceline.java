package org.truceline;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The map server for ceasefires. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Truceline {
    public static void main(String[] arguments) {
        SpringApplication.run(Truceline.class, arguments);
    }
}
