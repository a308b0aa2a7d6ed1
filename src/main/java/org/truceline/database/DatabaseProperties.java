package org.truceline.database;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database to use. Without a URL the server runs a private cluster of its own.
 *
 * @param url {@code jdbc:postgresql://host:port/database} or {@code postgres://user:password@host:port/database}
 * @param user the role to connect as, unless the URL names it
 * @param password that role's password, unless the URL holds it
 * @param shared whether the private cluster may be that of a server that runs just now: so for a program that works beside
 *     it for a while
 * @param binaries the folder of {@code initdb} and {@code pg_ctl} for the private cluster; searched for when absent
 */
@ConfigurationProperties("truceline.database")
record DatabaseProperties(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("false") boolean shared,
        @Nullable Path binaries) {

    /**
     * The database that the operator named; empty when none is.
     *
     * @throws DatabaseUnavailable if the URL is malformed, or if user or password are given without a URL
     */
    Optional<DatabaseAddress> findAddress() {
        Optional<String> givenUser = given(user);
        Optional<String> givenPassword = given(password);
        Optional<String> givenUrl = given(url);
        if (givenUrl.isEmpty() && (givenUser.isPresent() || givenPassword.isPresent())) {
            throw new DatabaseUnavailable(
                    "A database user or password is configured, but no database URL.",
                    "Set TRUCELINE_DATABASE_URL too, or unset TRUCELINE_DATABASE_USER and TRUCELINE_DATABASE_PASSWORD.");
        }
        return givenUrl.map(text -> DatabaseAddress.parse(text, givenUser, givenPassword));
    }

    Optional<Path> findBinaries() {
        return Optional.ofNullable(binaries).filter(path -> !path.toString().isBlank());
    }

    // An empty environment variable is how a shell or a compose file says "not set".
    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "DatabaseProperties[url and password not shown]";
    }
}
