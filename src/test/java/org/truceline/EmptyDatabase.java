package org.truceline;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.Assert;
import org.truceline.database.DatabaseOrigin;

/**
 * Lets each test run begin with an empty database. The cluster under {@code target/} outlives a run, which saves making
 * one, but a run must not depend on what the last one left.
 */
@TestConfiguration(proxyBeanMethods = false)
class EmptyDatabase {
    @Bean
    FlywayMigrationStrategy emptyThenMigrate(DatabaseOrigin origin) {
        return flyway -> {
            Assert.state(origin == DatabaseOrigin.PRIVATE, "Tests empty no database but their own");
            JdbcClient.create(flyway.getConfiguration().getDataSource())
                    .sql("""
                            DO $$
                            DECLARE own name;
                            BEGIN
                                FOR own IN SELECT nspname FROM pg_namespace
                                           WHERE nspowner = current_user::regrole AND nspname <> 'public'
                                LOOP
                                    EXECUTE format('DROP SCHEMA %I CASCADE', own);
                                END LOOP;
                            END $$
                            """)
                    .update();
            flyway.migrate();
        };
    }
}
