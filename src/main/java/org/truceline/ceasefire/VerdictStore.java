package org.truceline.ceasefire;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.truceline.database.SqlFile;

/** Verdicts in the database, which weighs them itself from the findings of all claims. */
@Component
class VerdictStore {
    private static final String LIST_DUE = SqlFile.read(VerdictStore.class, "list-due-verdicts.sql");
    private static final String WEIGH = SqlFile.read(VerdictStore.class, "weigh-verdicts.sql");
    private static final String DROP = SqlFile.read(VerdictStore.class, "drop-verdicts.sql");

    private final JdbcClient jdbc;

    VerdictStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rules that have a verdict to be weighed, be its findings there or not. */
    List<String> listDueRules() {
        return jdbc.sql(LIST_DUE).query(String.class).list();
    }

    /** Whether any was weighed: not where findings are missing, or another server is at it. */
    boolean weigh(String rule) {
        return jdbc.sql(WEIGH).param("rule", rule).update() > 0;
    }

    /** Forgets what belongs to no rule any more. */
    void dropNeedless() {
        jdbc.sql(DROP).update();
    }
}
