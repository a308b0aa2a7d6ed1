package org.truceline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import org.truceline.ServerTest;

/** Accounts and their passwords. */
class AccountsTest extends ServerTest {
    private static final String REFUSED =
            "ERROR: to write through a layer one has to sign in\n  Hint: Expected is the name of"
                    + " an account in the setting truceline.editor; those with rights of their own change the tables.\n"
                    + "  Where: PL/pgSQL function truceline.require_editor() line 6 at RAISE";

    @Autowired
    private Accounts accounts;

    @Test
    void theFirstStartMakesAnAdminWhosePasswordIsStoredAsAHashOnly() {
        jdbc().sql("DELETE FROM truceline.account").update();
        String password = accounts.makeAdmin().orElseThrow();

        assertThat(accounts.makeAdmin()).as("a second start").isEmpty();
        assertThat(password).matches("([a-z2-9]{5}-){3}[a-z2-9]{5}");
        assertThat(jdbc().sql("SELECT name || ' ' || password_hash FROM truceline.account")
                        .query(String.class)
                        .list())
                .singleElement()
                .asString()
                .startsWith("admin $2")
                .doesNotContain(password);
        assertThat(accounts.find("admin", password)).contains(new Editor("admin"));
    }

    @Test
    void onlyTheAccountsOwnPasswordIsRight() {
        String first = accounts.renewAdmin();
        String second = accounts.renewAdmin();

        assertThat(second).isNotEqualTo(first);
        for (int time = 0; time < 2; time++) {
            assertThat(accounts.find("admin", first)).isEmpty();
            assertThat(accounts.find("admin", second)).isPresent();
        }
        assertThat(accounts.find("admin", "")).isEmpty();
        assertThat(accounts.find("admin", second + "x".repeat(100))).isEmpty();
        assertThat(accounts.find("nobody", second)).isEmpty();
        assertThat(accounts.find("Admin", second)).isEmpty();
        accounts.renewAdmin();
        assertThat(accounts.find("admin", second)).as("void at once").isEmpty();
    }

    /** Whoever guesses with many connections waits for the others, and hears so in the end. */
    @Test
    void guessesTakeTheirTimeAndTheRightOneGoesOn() throws Exception {
        String password = accounts.renewAdmin();
        assertThat(accounts.find("admin", password)).isPresent();
        ExecutorService guessers = Executors.newFixedThreadPool(100);
        try {
            List<? extends Future<?>> guesses = IntStream.range(0, 100)
                    .mapToObj(guess -> guessers.submit(() -> accounts.find("admin", "guess " + guess)))
                    .toList();
            assertThat(accounts.find("admin", password)).isPresent();
            int refused = 0;
            for (Future<?> guess : guesses) {
                try {
                    assertThat(guess.get()).isEqualTo(java.util.Optional.empty());
                } catch (java.util.concurrent.ExecutionException tooMany) {
                    assertThat(tooMany).hasCauseInstanceOf(TooManyAttempts.class);
                    refused++;
                }
            }
            assertThat(refused).isPositive();
        } finally {
            guessers.shutdownNow();
        }
    }

    @Test
    void theDatabaseKnowsWhoMayWrite(@Autowired TransactionTemplate transactions) {
        accounts.renewAdmin();
        String sql = "SELECT truceline.require_editor()";

        assertThatThrownBy(() -> jdbc().sql(sql).query(String.class).single())
                .isInstanceOf(DataAccessException.class)
                .hasRootCauseMessage(REFUSED);
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    jdbc().sql("SET LOCAL truceline.editor = 'nobody'").update();
                    jdbc().sql(sql).query(String.class).single();
                }))
                .hasRootCauseMessage(REFUSED);
        transactions.executeWithoutResult(status -> {
            jdbc().sql("SET LOCAL truceline.editor = 'admin'").update();
            assertThat(jdbc().sql(sql).query(String.class).single()).isEqualTo("admin");
        });
    }
}
