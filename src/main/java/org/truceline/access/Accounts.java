package org.truceline.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts, and whether a password is an account's. The database holds hashes (bcrypt) only. */
@Component
public class Accounts {
    /** The account that each database has. */
    public static final String ADMIN = "admin";

    /** What comes after isn't part of the hash. */
    private static final int LONGEST_PASSWORD_BYTES = 72;

    private static final int PATIENCE_SECONDS = 3;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder();
    private final KnownPasswords known = new KnownPasswords();

    /** One is checked at a time: who guesses, from however many places, gets some ten guesses a second. */
    private final Semaphore turn = new Semaphore(1, true);

    /** For names that there are not: they take as long as the others. */
    private final String nobodysHash = encoder.encode(RandomPassword.make());

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Who signs in by a name and a password; empty where these don't belong together.
     *
     * @throws TooManyAttempts if too many others wait to have theirs checked
     * @throws org.springframework.dao.DataAccessException if the database gives no answer
     */
    public Optional<Editor> find(String name, String password) {
        Optional<String> hash = jdbc.sql("SELECT password_hash FROM truceline.account WHERE name = ?")
                .param(name)
                .query(String.class)
                .optional();
        boolean wasRight = hash.isPresent() && known.hold(hash.get(), password);
        boolean isRight = wasRight || (check(hash.orElse(nobodysHash), password) && hash.isPresent());
        return isRight ? Optional.of(new Editor(name)) : Optional.empty();
    }

    private boolean check(String hash, String password) {
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            return false;
        }
        awaitTurn();
        try {
            boolean isRight = encoder.matches(password, hash);
            if (isRight) {
                known.add(hash, password);
            }
            return isRight;
        } finally {
            turn.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooManyAttempts();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManyAttempts();
        }
    }

    /** Makes the admin's account if there is none, and tells its password; empty where there is one. */
    Optional<String> makeAdmin() {
        String password = RandomPassword.make();
        int made = jdbc.sql("INSERT INTO truceline.account (name, password_hash) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(ADMIN, encoder.encode(password))
                .update();
        return made == 1 ? Optional.of(password) : Optional.empty();
    }

    /** Gives the admin another password, and tells it. The one before is void at once, on all servers of the database. */
    public String renewAdmin() {
        String password = RandomPassword.make();
        jdbc.sql(
                        "INSERT INTO truceline.account (name, password_hash) VALUES (?, ?)"
                                + " ON CONFLICT (name) DO UPDATE SET password_hash = excluded.password_hash, changed_at = now()")
                .params(ADMIN, encoder.encode(password))
                .update();
        return password;
    }
}
