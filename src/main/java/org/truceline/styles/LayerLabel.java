package org.truceline.styles;

/**
 * A text beside features.
 *
 * @param property what is written
 * @param condition beside which features
 * @param size in pixels
 * @param fromZoom from which zoom on, as web maps count it
 */
public record LayerLabel(
        String property, Condition condition, Colour colour, double size, Manner manner, double fromZoom) {
    /**
     * How it is written.
     *
     * @param strong in semibold letters
     * @param along on the line rather than beside it
     */
    public record Manner(boolean strong, boolean along) {}
}
