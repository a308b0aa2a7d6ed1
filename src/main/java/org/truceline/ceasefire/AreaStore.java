package org.truceline.ceasefire;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.truceline.database.SqlFile;

/** Where computed areas are kept. The one that held until now stays, with its period. */
@Component
class AreaStore {
    private static final String CHECK = SqlFile.read(AreaStore.class, "check-inputs.sql");
    private static final String SUPERSEDE = SqlFile.read(AreaStore.class, "supersede-area.sql");
    private static final String SAVE = SqlFile.read(AreaStore.class, "save-area.sql");

    private final JdbcClient jdbc;
    private final AreaProperties settings;

    AreaStore(JdbcClient jdbc, AreaProperties settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Stores what came out of computing an area; in a transaction of the caller's.
     *
     * @return whether it was stored; not when an input has moved since they were read
     */
    boolean save(AreaInput input, AreaResult result) {
        boolean isValid = !jdbc.sql(CHECK)
                .param("rule", input.area().rule())
                .param("claim", input.area().claim())
                .param("inputs", input.versions())
                .query()
                .listOfRows()
                .isEmpty();
        if (!isValid) {
            return false;
        }
        jdbc.sql(SUPERSEDE)
                .param("rule", input.area().rule())
                .param("claim", input.area().claim())
                .update();
        Optional<AreaResult.Area> area =
                Optional.of(result).filter(AreaResult.Area.class::isInstance).map(AreaResult.Area.class::cast);
        return jdbc.sql(SAVE)
                        .param("rule", input.area().rule())
                        .param("claim", input.area().claim())
                        .param("inputs", input.versions())
                        .param("outcome", outcome(result))
                        .param("reason", findReason(result).orElse(null))
                        .param(
                                "geom",
                                area.map(found -> bytes(found.extent().shape())).orElse(null))
                        .param(
                                "measuredFrom",
                                area.flatMap(AreaResult.Area::measuredFrom)
                                        .map(AreaStore::bytes)
                                        .orElse(null))
                        .param(
                                "tolerance",
                                area.map(found -> settings.toleranceMeters()).orElse(null))
                        .param(
                                "maxError",
                                area.map(found -> found.extent().maxErrorMeters())
                                        .orElse(null))
                        .update()
                == 1;
    }

    private static byte[] bytes(Geometry geometry) {
        return StoredShape.bytes(geometry);
    }

    private static String outcome(AreaResult result) {
        if (result instanceof AreaResult.Area) {
            return "area";
        }
        return result instanceof AreaResult.Empty ? "empty" : "failed";
    }

    private static Optional<String> findReason(AreaResult result) {
        if (result instanceof AreaResult.Empty empty) {
            return Optional.of(empty.reason());
        }
        return result instanceof AreaResult.Failure failure ? Optional.of(failure.reason()) : Optional.empty();
    }
}
