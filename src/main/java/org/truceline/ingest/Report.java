package org.truceline.ingest;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Point;

/**
 * A row of a chronicle, read but not yet placed: who reports what, of when and where.
 *
 * @param reporters the sides whose report it is
 * @param attributed the sides that it attributes the event to; {@link #SIDE_NOT_KNOWN} where it says that this is not known
 * @param published when its source was published
 */
record Report(
        String id,
        String source,
        String category,
        String summary,
        ReportedTime time,
        Where where,
        List<String> reporters,
        List<String> attributed,
        Optional<String> eventGroup,
        Optional<String> casualties,
        Optional<String> publisher,
        Optional<String> url,
        Optional<OffsetDateTime> published) {

    static final String SIDE_NOT_KNOWN = "unknown";

    /** Where it was, as far as it is known. */
    record Where(Optional<String> place, Optional<Point> point, Optional<Double> uncertaintyMeters) {}

    static Report read(Fields fields) {
        return new Report(
                fields.getId(),
                fields.source(),
                fields.getText("category"),
                fields.getText("summary"),
                ReportedTime.read(fields),
                new Where(
                        fields.findText("place_key"),
                        fields.findPoint().map(Shapes::point),
                        fields.findNumber("uncertainty_m")),
                fields.listText("reporting_side"),
                fields.listText("attributed_to"),
                fields.findSlug("same_event_group"),
                fields.findText("casualties_as_reported"),
                fields.findText("source_publisher"),
                fields.findText("source_url"),
                fields.findInstant("source_published_at"));
    }

    /** Known since its source was published; else, as an assumption, since the day of the event was over. */
    Optional<Entry.Known> known() {
        return published
                .map(date -> new Entry.Known(date, false))
                .or(() -> Optional.of(new Entry.Known(time.endOfDay(), true)))
                .filter(known -> known.from().isBefore(OffsetDateTime.now(ZoneOffset.UTC)));
    }
}
