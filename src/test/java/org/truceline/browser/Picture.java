package org.truceline.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
        return list(colour, part).stream().findFirst();
    }

    /** All pixels of nearly this colour in a part of the window, by rows. */
    public List<Spot> list(int colour, Rectangle part) {
        List<Spot> spots = new ArrayList<>();
        for (int y = Math.max(0, part.y); y < Math.min(image.getHeight(), part.y + part.height); y++) {
            for (int x = Math.max(0, part.x); x < Math.min(image.getWidth(), part.x + part.width); x++) {
                if (isNear(colour, image.getRGB(x, y))) {
                    spots.add(new Spot(x, y));
                }
            }
        }
        return spots;
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
