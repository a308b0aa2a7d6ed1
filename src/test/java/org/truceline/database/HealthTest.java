package org.truceline.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.truceline.ServerTest;

class HealthTest extends ServerTest {
    @Autowired
    private DatabaseOrigin origin;

    @Test
    void healthTellsOfTheDatabase() throws Exception {
        var response = get("/actuator/health");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"db\"").contains("PostgreSQL");
    }

    @Test
    void withoutUrlTheDatabaseIsPrivate() {
        assertThat(origin).isEqualTo(DatabaseOrigin.PRIVATE);
    }

    @Test
    void postgisAnswersAndCommitsAreDurable() {
        assertThat(setting("SELECT postgis_lib_version()")).startsWith("3.");
        assertThat(setting("SHOW fsync")).isEqualTo("on");
        assertThat(setting("SHOW synchronous_commit")).isEqualTo("on");
    }

    @Test
    void sessionsAreInUtcAndOnLoopbackOnly() {
        assertThat(setting("SHOW TimeZone")).isEqualTo("UTC");
        assertThat(setting("SHOW listen_addresses")).isEqualTo("127.0.0.1");
    }

    @Test
    void theServersRoleIsNoSuperuser() {
        assertThat(setting("SHOW is_superuser")).isEqualTo("off");
    }

    private String setting(String sql) {
        return jdbc().sql(sql).query(String.class).single();
    }
}
