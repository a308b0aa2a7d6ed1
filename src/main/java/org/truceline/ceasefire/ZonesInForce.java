package org.truceline.ceasefire;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.truceline.database.SqlFile;

/** What rules keep clear on a day, as each single claim has it. */
@Component
class ZonesInForce {
    private static final String LIST = SqlFile.read(ZonesInForce.class, "list-zones.sql");

    private final JdbcClient jdbc;

    ZonesInForce(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The zones of rules that keep out a class of equipment of a party.
     *
     * @param equipment the id of a class; empty for any
     * @param party its id; empty for any
     */
    List<Zone> list(String equipment, String party, LocalDate day) {
        return jdbc.sql(LIST)
                .param("equipment", equipment)
                .param("party", party)
                .param("day", day)
                .query((row, number) -> ZoneRows.read(row))
                .list();
    }
}
