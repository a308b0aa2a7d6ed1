package org.truceline.clients;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.openqa.selenium.Point;
import org.openqa.selenium.Rectangle;

/**
 * A web map in a window, in Web Mercator: where on it a place has to be drawn.
 *
 * @param frame of the map's element
 * @param center longitude and latitude of its middle, in degrees
 * @param worldPixels how wide the whole world would be
 */
record WebMap(Rectangle frame, Coordinate center, double worldPixels) {
    /** The place's pixel in the window, from the left and from the top. */
    Point pixel(Coordinate place) {
        double x = (place.x - center.x) / 360 * worldPixels;
        double y = (share(place.y) - share(center.y)) * worldPixels;
        return new Point(
                (int) Math.round(frame.x + frame.width / 2.0 + x), (int) Math.round(frame.y + frame.height / 2.0 + y));
    }

    /** Of the world's height, what lies north of a latitude. */
    private static double share(double latitude) {
        return 0.5 - Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2)) / (2 * Math.PI);
    }

    /** The pixels of those places that the map shows, and that lie so far within its frame. */
    List<Point> pixels(List<Coordinate> places, int margin) {
        return places.stream()
                .map(this::pixel)
                .filter(pixel -> pixel.x >= frame.x + margin
                        && pixel.x < frame.x + frame.width - margin
                        && pixel.y >= frame.y + margin
                        && pixel.y < frame.y + frame.height - margin)
                .toList();
    }
}
