package org.truceline.ceasefire;

/**
 * Which withdrawal area: a rule as one claim has it.
 *
 * @param claim see the view {@code withdrawal_claim}
 */
record AreaKey(String rule, String claim) {
    @Override
    public String toString() {
        return rule + "~" + claim;
    }
}
