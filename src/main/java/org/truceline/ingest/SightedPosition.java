package org.truceline.ingest;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Where something was seen: a point, a sector from where an observer stood, an area, or nowhere that is told. A report
 * gives one of them at the most.
 */
record SightedPosition(
        Optional<Point> point,
        Optional<Double> uncertaintyMeters,
        Optional<Sector> sector,
        Optional<MultiPolygon> area,
        Optional<String> method) {
    private static final Set<String> METHODS = Set.of("gps", "observer_bearing", "gazetteer", "imagery", "claimed");
    private static final List<String> OF_A_SECTOR = List.of("bearing_deg", "bearing_error_deg", "range_to_m");

    /** A bearing and a range from an observer. */
    record Sector(Point observer, double bearing, double bearingError, Optional<Double> rangeFrom, double rangeTo) {}

    static SightedPosition read(Fields fields) {
        Optional<Geometry> geometry = fields.findPoint();
        Optional<MultiPolygon> area = geometry.filter(
                        shape -> shape instanceof Polygon || shape instanceof MultiPolygon)
                .map(Shapes::polygons);
        Optional<Point> point = area.isPresent() ? Optional.empty() : geometry.map(Shapes::point);
        Optional<Sector> sector = sector(fields);
        if (sector.isPresent() && geometry.isPresent()) {
            throw new InvalidField(
                    "bearing_deg", "is given beside a point or an area; a sighting has one position, or none");
        }
        return new SightedPosition(
                point, fields.findNumber("uncertainty_m"), sector, area, fields.findWord("location_method", METHODS));
    }

    private static Optional<Sector> sector(Fields fields) {
        List<String> missing = OF_A_SECTOR.stream()
                .filter(name -> fields.findText(name).isEmpty())
                .toList();
        Optional<Point> observer =
                fields.findPoint("observer_lon", "observer_lat").map(Shapes::point);
        if (missing.size() == OF_A_SECTOR.size()) {
            return Optional.empty();
        }
        if (!missing.isEmpty() || observer.isEmpty()) {
            throw new InvalidField(
                    missing.isEmpty() ? "observer_lon" : missing.get(0),
                    "is missing; a sector has observer_lon, observer_lat, " + String.join(", ", OF_A_SECTOR));
        }
        return Optional.of(new Sector(
                observer.get(),
                fields.getNumber("bearing_deg"),
                fields.getNumber("bearing_error_deg"),
                fields.findNumber("range_from_m"),
                fields.getNumber("range_to_m")));
    }

    void addTo(TableRow.Builder row) {
        row.set("point", point)
                .set("uncertainty_m", uncertaintyMeters)
                .set("area", area)
                .set("location_method", method);
        sector.ifPresent(known -> row.set("observer_point", known.observer())
                .set("bearing_deg", known.bearing())
                .set("bearing_error_deg", known.bearingError())
                .set("range_from_m", known.rangeFrom())
                .set("range_to_m", known.rangeTo()));
    }
}
