package org.truceline.ceasefire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Point;
import org.truceline.ceasefire.Reference.Mark;
import org.truceline.ceasefire.Reference.Section;
import org.truceline.geodesy.Edges;
import org.truceline.geodesy.LinearReference;
import org.truceline.geodesy.LinearReference.Located;

/**
 * Cuts sections out of a line. A border point stands for the place on the line that is nearest to it: where a source has
 * drawn its line beside the marker, the section ends abreast of the marker.
 */
final class LineSections {
    /** A marker farther off belongs to another line, or its coordinates are wrong. */
    private static final double FARTHEST_METERS = 10_000;

    /** The line in its unbroken stretches: a line may go round a lake, or leave out an exclave. */
    private final List<LinearReference> stretches;

    private LineSections(List<LinearReference> stretches) {
        this.stretches = stretches;
    }

    static LineSections of(Geometry line) {
        List<LinearReference> stretches = new ArrayList<>();
        List<LineString> parts = new ArrayList<>();
        for (int i = 0; i < line.getNumGeometries(); i++) {
            LineString part = (LineString) line.getGeometryN(i);
            if (!parts.isEmpty() && !endOf(parts).equalsTopo(part.getStartPoint())) {
                stretches.add(along(line, parts));
                parts.clear();
            }
            parts.add(part);
        }
        stretches.add(along(line, parts));
        return new LineSections(stretches);
    }

    private static Point endOf(List<LineString> parts) {
        return parts.get(parts.size() - 1).getEndPoint();
    }

    private static LinearReference along(Geometry line, List<LineString> parts) {
        return LinearReference.along(
                line.getFactory().createMultiLineString(parts.toArray(LineString[]::new)), Edges.STRAIGHT);
    }

    /** @throws IllegalArgumentException if a section is not one of this line, with the reason */
    Geometry cut(List<Section> sections) {
        List<LineString> cut = sections.stream().map(this::cut).toList();
        return cut.size() == 1
                ? cut.get(0)
                : new MultiLineString(cut.toArray(LineString[]::new), cut.get(0).getFactory());
    }

    private LineString cut(Section section) {
        try {
            Place from = place(section.from());
            Place to = place(section.to());
            if (from.stretch() != to.stretch()) {
                throw new IllegalArgumentException("the line is interrupted between its ends");
            }
            // Numbers may run against the line's direction. Round a closed line they run with it.
            boolean swapped = from.meters() > to.meters() && !from.stretch().isClosed();
            return from.stretch().between(swapped ? to.meters() : from.meters(), swapped ? from.meters() : to.meters());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Section " + section.name() + ": " + e.getMessage(), e);
        }
    }

    /** A place on the line. */
    private record Place(LinearReference stretch, double meters) {}

    private record Candidate(LinearReference stretch, Located located) {
        double offMeters() {
            return located.nearest().meters();
        }
    }

    private Place place(Mark mark) {
        if (mark.meters().isPresent()) {
            if (stretches.size() > 1) {
                throw new IllegalArgumentException("the line is in " + stretches.size()
                        + " separate stretches, along which metres are not defined; name border points");
            }
            return new Place(stretches.get(0), mark.meters().getAsDouble());
        }
        Point point = mark.point()
                .orElseThrow(() -> new IllegalArgumentException("no source says where one of its border points is"));
        Candidate nearest = stretches.stream()
                .map(stretch -> new Candidate(stretch, stretch.locate(point.getX(), point.getY())))
                .min(Comparator.comparingDouble(Candidate::offMeters))
                .orElseThrow();
        if (nearest.offMeters() > FARTHEST_METERS) {
            throw new IllegalArgumentException("a border point at " + point.getX() + " " + point.getY() + " is "
                    + Math.round(nearest.offMeters()) + " m from the line; expected at most "
                    + Math.round(FARTHEST_METERS) + " m");
        }
        return new Place(nearest.stretch(), nearest.located().meters());
    }
}
