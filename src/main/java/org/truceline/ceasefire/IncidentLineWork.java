package org.truceline.ceasefire;

import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.truceline.database.SqlFile;

/**
 * The work on the lines that incidents are nearest to, which PostGIS finds: of new incidents, and of all when a line has
 * moved. Whoever reads an incident that it has not come to yet asks PostGIS at once.
 */
final class IncidentLineWork implements BackgroundWork {
    private static final String FIND = SqlFile.read(IncidentLineWork.class, "find-incident-lines.sql");

    /** Some tenths of a second's. */
    private static final int MOST_AT_ONCE = 500;

    private final JdbcClient jdbc;

    IncidentLineWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "incident-lines";
    }

    @Override
    public boolean work(BooleanSupplier goesOn) {
        return jdbc.sql(FIND).param("most", MOST_AT_ONCE).update() > 0;
    }
}
