package org.truceline.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes geometries as a GeoPackage stores them: a head with the bounds, then ISO WKB (GeoPackage 1.3, §2.1.3). */
final class GeoPackageGeometry {
    private static final byte LITTLE_ENDIAN = 0b0000_0001;
    private static final byte WITH_BOUNDS = 0b0000_0010;
    private static final byte EMPTY = 0b0001_0000;
    private static final int HEAD_BYTES = 8;

    private final int srid;
    private final Bounds bounds = new Bounds();

    GeoPackageGeometry(int srid) {
        this.srid = srid;
    }

    /** The bounds of the geometry that was encoded last. */
    Bounds bounds() {
        return bounds;
    }

    byte[] encode(byte[] wkb) {
        bounds.clear();
        WkbBounds.addTo(bounds, wkb);
        boolean isPoint = WkbHead.read(ByteBuffer.wrap(wkb)).type() == WkbHead.POINT;
        boolean hasBounds = !isPoint && !bounds.isEmpty();
        ByteBuffer blob = ByteBuffer.allocate(HEAD_BYTES + (hasBounds ? 4 * Double.BYTES : 0) + wkb.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        blob.put((byte) 'G').put((byte) 'P').put((byte) 0);
        blob.put((byte) (LITTLE_ENDIAN | (hasBounds ? WITH_BOUNDS : 0) | (bounds.isEmpty() ? EMPTY : 0)));
        blob.putInt(srid);
        if (hasBounds) {
            blob.putDouble(bounds.minimumX()).putDouble(bounds.maximumX());
            blob.putDouble(bounds.minimumY()).putDouble(bounds.maximumY());
        }
        return blob.put(wkb).array();
    }
}
