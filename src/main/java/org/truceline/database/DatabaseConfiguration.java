package org.truceline.database;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Wires the database in. Spring Boot makes the pool and runs Flyway from the connection details here, and since beans
 * are destroyed in the reverse order, a private cluster stops after the pool has closed.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    DatabaseSource databaseSource(DatabaseProperties database, HomeProperties server) {
        return database.findAddress()
                .<DatabaseSource>map(NamedDatabase::new)
                .or(() -> database.shared() ? RunningCluster.find(server.home()) : Optional.empty())
                .orElseGet(() -> PrivateCluster.start(server.home(), database.findBinaries()));
    }

    @Bean
    DatabaseOrigin databaseOrigin(DatabaseSource source) {
        return source.origin();
    }

    @Bean
    JdbcConnectionDetails connectionDetails(DatabaseSource source) {
        DatabaseAddress address = source.address();
        new PostgisCheck(address).run();
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return address.jdbcUrl();
            }

            @Override
            public @Nullable String getUsername() {
                return address.user().orElse(null);
            }

            @Override
            public @Nullable String getPassword() {
                return address.password().orElse(null);
            }
        };
    }
}
