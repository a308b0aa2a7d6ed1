package org.truceline.ingest;

import java.util.Optional;

/**
 * How many of whom. A bound that is not known is empty, which is not 0.
 *
 * @param effect killed, injured, missing, detained
 * @param party the side that they belong to, where told
 * @param people forces, civilians, unknown
 */
record CasualtyFigure(
        String effect,
        Optional<String> party,
        String people,
        Optional<Integer> low,
        Optional<Integer> best,
        Optional<Integer> high) {

    boolean isOfSameGroupAs(CasualtyFigure other) {
        return effect.equals(other.effect) && party.equals(other.party) && people.equals(other.people);
    }
}
