package org.truceline.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.openqa.selenium.Rectangle;

/** What is seen in a window, by its pixels. Colours are 0xRRGGBB. */
public final class Picture {
    /** What smoothing and a screen's colours may change of each of red, green and blue. */
    private static final int TOLERANCE = 24;

    private final BufferedImage image;

    private Picture(BufferedImage image) {
        this.image = image;
    }

    /** A pixel, from the left and from the top. */
    public record Spot(int x, int y) {}

    static Picture read(byte[] png) throws IOException {
        return new Picture(ImageIO.read(new ByteArrayInputStream(png)));
    }

    /** Whether a pixel that is at most so far away, eastward and southward, is of nearly this colour. */
    public boolean shows(int colour, double x, double y, int within) {
        return find(colour, square(x, y, within)).isPresent();
    }

    /** The first pixel of nearly this colour in a part of the window, by rows. */
    public Optional<Spot> find(int colour, Rectangle part) {
        for (int y = Math.max(0, part.y); y < Math.min(image.getHeight(), part.y + part.height); y++) {
            for (int x = Math.max(0, part.x); x < Math.min(image.getWidth(), part.x + part.width); x++) {
                if (isNear(colour, image.getRGB(x, y))) {
                    return Optional.of(new Spot(x, y));
                }
            }
        }
        return Optional.empty();
    }

    /** How many pixels of a square are of nearly this colour. */
    public int count(int colour, double x, double y, int within) {
        Rectangle square = square(x, y, within);
        int count = 0;
        for (int row = square.y; row < square.y + square.height; row++) {
            for (int column = square.x; column < square.x + square.width; column++) {
                boolean isInside = row >= 0 && column >= 0 && row < image.getHeight() && column < image.getWidth();
                if (isInside && isNear(colour, image.getRGB(column, row))) {
                    count++;
                }
            }
        }
        return count;
    }

    private static Rectangle square(double x, double y, int within) {
        int side = 2 * within + 1;
        return new Rectangle((int) Math.round(x) - within, (int) Math.round(y) - within, side, side);
    }

    private static boolean isNear(int colour, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((colour >> shift & 0xff) - (other >> shift & 0xff)) > TOLERANCE) {
                return false;
            }
        }
        return true;
    }
}
