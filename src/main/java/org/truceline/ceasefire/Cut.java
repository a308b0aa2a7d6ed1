package org.truceline.ceasefire;

import org.locationtech.jts.geom.Geometry;

/** Which side of a line belongs to a zone. */
sealed interface Cut {
    /** Both sides: nothing is cut. */
    record Both() implements Cut {}

    /** Left of the line in its direction. */
    record Left() implements Cut {}

    /** Right of the line in its direction. */
    record Right() implements Cut {}

    /**
     * A party's land.
     *
     * @param territory its id
     */
    record Land(String territory, Geometry shape) implements Cut {}

    /** A party's side, of which nothing tells where it is. */
    record Unknown() implements Cut {}
}
