package org.truceline.ceasefire;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.truceline.ceasefire.Finding.Degree;
import org.truceline.ceasefire.Finding.Exempt;
import org.truceline.ceasefire.Finding.Foot;
import org.truceline.ceasefire.Finding.Measures;
import org.truceline.ceasefire.Position.Limit;
import org.truceline.ceasefire.Sighting.Exemption;
import org.truceline.ceasefire.uncertainty.Spot;
import org.truceline.geodesy.GeodesicNearest;
import org.truceline.geodesy.NearestPlace;

/** Finds where sightings stand to one zone, whose geometry is indexed once. */
final class Assessment {
    private final Zone zone;
    private final Optional<Limit> limit;
    private final Optional<GeodesicNearest> reference;

    private Assessment(Zone zone) {
        this.zone = zone;
        this.limit = zone.limit();
        this.reference = zone.nearest();
    }

    /** Never throws for what the zone is like: one that can't be measured in is one that is not known. */
    static Assessment within(Zone zone) {
        try {
            return new Assessment(zone);
        } catch (RuntimeException e) {
            return new Assessment(zone.notKnown(String.valueOf(e.getMessage())));
        }
    }

    /** Never throws for what the sighting is like: whatever it was, the finding says so. */
    Finding of(Sighting sighting) {
        try {
            return find(sighting);
        } catch (RuntimeException e) {
            return new Finding(
                    Standing.UNDECIDED,
                    Optional.of("it could not be measured: " + e.getMessage()),
                    Optional.empty(),
                    Optional.empty(),
                    Exempt.NO);
        }
    }

    private Finding find(Sighting sighting) {
        Position position = sighting.position();
        Optional<Measures> measures = position.centre().map(this::measure);
        Exempt exempt = exempt(position, sighting.exemptions());
        if (zone.extent() instanceof Zone.NotKnown unknown) {
            String reason = "the area could not be computed: " + unknown.reason();
            return new Finding(Standing.UNDECIDED, Optional.of(reason), measures, Optional.empty(), exempt);
        }
        // Where nothing lies inside, nothing does, wherever it was.
        Standing standing = limit.map(position::standing).orElse(Standing.OUTSIDE);
        return new Finding(
                standing,
                standing == Standing.UNDECIDED ? Optional.of(position.doubt()) : Optional.empty(),
                measures,
                limit.flatMap(position::probability),
                exempt);
    }

    private Measures measure(Spot centre) {
        return new Measures(
                centre,
                limit.map(known -> OptionalDouble.of(known.depth(centre))).orElseGet(OptionalDouble::empty),
                reference.map(known -> foot(known.to(centre.longitude(), centre.latitude()))));
    }

    private static Foot foot(NearestPlace nearest) {
        return new Foot(new Spot(nearest.place().longitude(), nearest.place().latitude()), nearest.meters());
    }

    /** The first exemption that surely covers it, else the first that may. */
    private static Exempt exempt(Position position, List<Exemption> exemptions) {
        Exempt best = Exempt.NO;
        for (Exemption exemption : exemptions) {
            Degree degree = degree(position, exemption);
            if (degree.compareTo(best.degree()) > 0) {
                best = new Exempt(degree, Optional.of(exemption.id()));
            }
        }
        return best;
    }

    private static Degree degree(Position position, Exemption exemption) {
        Standing standing = exemption
                .place()
                .map(around -> position.standing(new Limit(Depths.within(around.site(), around.meters()), true)))
                .orElse(Standing.INSIDE);
        return switch (standing) {
            case OUTSIDE -> Degree.NO;
            case UNDECIDED -> Degree.PERHAPS;
            case INSIDE -> exemption.isCertain() ? Degree.YES : Degree.PERHAPS;
        };
    }
}
