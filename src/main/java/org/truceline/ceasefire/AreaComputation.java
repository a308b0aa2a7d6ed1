package org.truceline.ceasefire;

/**
 * Computes withdrawal areas. The sides of a rule, and the bands along a line, need the same buffers one after the other:
 * the last ones are kept. Not for use by several threads at once.
 */
final class AreaComputation {
    private final Zones zones;

    /**
     * @param toleranceMeters the largest error accepted on a buffer's boundary
     */
    AreaComputation(double toleranceMeters) {
        this.zones = new Zones(new Buffers(toleranceMeters));
    }

    /** Computes an area; never throws for what its input is like. */
    AreaResult compute(AreaInput input) {
        try {
            if (input instanceof AreaInput.Combined combined) {
                return ClaimSet.of(combined.members()).read(combined.reading());
            }
            return zones.compute((AreaInput.Measured) input);
        } catch (RuntimeException e) {
            // Whatever it was, the row shall say so: it is tried again when an input changes, not before.
            return new AreaResult.Failure(
                    e instanceof IllegalArgumentException
                            ? String.valueOf(e.getMessage())
                            : e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
