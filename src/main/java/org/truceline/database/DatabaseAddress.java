package org.truceline.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * How to connect to one database.
 *
 * @param jdbcUrl for PostgreSQL's JDBC driver; user and password may be among its parameters
 * @param user the role, if not in the URL
 * @param password the role's password, if not in the URL
 */
record DatabaseAddress(String jdbcUrl, Optional<String> user, Optional<String> password) {
    private static final String EXAMPLE = "postgres://user:password@localhost:5432/truceline";
    private static final int CONNECT_SECONDS = 10;

    static DatabaseAddress local(int port, String database, String user, String password) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, Optional.of(user), Optional.of(password));
    }

    /**
     * Reads {@code jdbc:postgresql:…} and {@code postgres://…} (also {@code postgresql://…}). A user or password given
     * apart wins over one inside a {@code postgres://} URL.
     *
     * @throws DatabaseUnavailable if the URL is of another form
     */
    static DatabaseAddress parse(String url, Optional<String> user, Optional<String> password) {
        if (url.startsWith("jdbc:postgresql:") && Driver.parseURL(url, new Properties()) != null) {
            return new DatabaseAddress(url, user, password);
        }
        if (url.startsWith("postgres://") || url.startsWith("postgresql://")) {
            return ofUri(url, user, password);
        }
        throw malformed();
    }

    private static DatabaseAddress ofUri(String url, Optional<String> user, Optional<String> password) {
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null || uri.getPath().length() < 2) {
                throw malformed();
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String jdbcUrl = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
            return new DatabaseAddress(
                    jdbcUrl,
                    user.or(() -> credential(uri.getRawUserInfo(), 0)),
                    password.or(() -> credential(uri.getRawUserInfo(), 1)));
        } catch (URISyntaxException e) {
            // The cause is left out: its message holds the URL, and with it the password.
            throw malformed();
        }
    }

    private static Optional<String> credential(@Nullable String userInfo, int index) {
        String[] parts = userInfo == null ? new String[0] : userInfo.split(":", 2);
        return parts.length > index && !parts[index].isEmpty()
                // "+" is itself in user info; URLDecoder takes it for a space.
                ? Optional.of(URLDecoder.decode(parts[index].replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    // The URL is not echoed: it may hold a password.
    private static DatabaseUnavailable malformed() {
        return new DatabaseUnavailable(
                "The database URL is not one that names a PostgreSQL host and database.",
                "Set TRUCELINE_DATABASE_URL to something like " + EXAMPLE
                        + " or jdbc:postgresql://localhost:5432/truceline"
                        + " (special characters in user or password percent-encoded).");
    }

    /** One plain connection beside the pool; gives up after ten seconds. */
    Connection connect() throws SQLException {
        Properties properties = new Properties();
        user.ifPresent(name -> PGProperty.USER.set(properties, name));
        password.ifPresent(word -> PGProperty.PASSWORD.set(properties, word));
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.APPLICATION_NAME.set(properties, "truceline (start)");
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    /** Host, port and database, without user, password or other parameters: fit for a message. */
    String place() {
        int query = jdbcUrl.indexOf('?');
        return (query < 0 ? jdbcUrl : jdbcUrl.substring(0, query)).substring("jdbc:".length());
    }

    @Override
    public String toString() {
        return place();
    }
}
