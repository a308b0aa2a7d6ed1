package org.truceline.styles;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * All signs in one image, with an index, as web maps load them (MapLibre style specification, "sprite").
 */
public final class Sprite {
    private static final int COLUMNS = 12;
    private static final int GAP = 1;

    private final Map<String, Place> index;
    private final byte[] png;

    private Sprite(Map<String, Place> index, byte[] png) {
        this.index = Collections.unmodifiableMap(index);
        this.png = png;
    }

    /** By the signs' names: where each stands in the image, in its pixels. */
    public Map<String, Place> index() {
        return index;
    }

    /** The image. */
    public byte[] png() {
        return png.clone();
    }

    /** Where a sign is. */
    public record Place(int x, int y, int width, int height, int pixelRatio) {}

    /** What the sprite of a scheme is called in its address. */
    public static String name(Scheme scheme) {
        return "sprite-" + scheme.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Draws the sprite.
     *
     * @param pixelRatio pixels of the image for one of the signs': 2 for fine screens
     */
    public static Sprite of(List<Symbol> symbols, Scheme scheme, int pixelRatio) {
        List<Sign> signs = Sign.list(symbols, scheme);
        int cell = pixelRatio * signs.stream().mapToInt(Sign::size).max().orElse(1) + GAP;
        int rows = (signs.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage image = new BufferedImage(COLUMNS * cell, Math.max(1, rows) * cell, BufferedImage.TYPE_INT_ARGB);
        Map<String, Place> index = new LinkedHashMap<>();
        Graphics2D graphics = image.createGraphics();
        for (int number = 0; number < signs.size(); number++) {
            Sign sign = signs.get(number);
            int size = sign.size() * pixelRatio;
            Place place = new Place(number % COLUMNS * cell, number / COLUMNS * cell, size, size, pixelRatio);
            graphics.drawImage(SvgImage.draw(sign.svg(), size, size), place.x(), place.y(), null);
            index.put(sign.id(), place);
        }
        graphics.dispose();
        return new Sprite(index, png(image));
    }

    static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
