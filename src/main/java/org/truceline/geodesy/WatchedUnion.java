package org.truceline.geodesy;

import java.util.Collection;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.locationtech.jts.operation.union.UnionStrategy;

/** Unites geometries as {@link OverlayNGRobust#union(Collection, GeometryFactory)} does, two at a time, under a watch. */
final class WatchedUnion implements UnionStrategy {

    private final Watch.Stage stage;

    private WatchedUnion(Watch.Stage stage) {
        this.stage = stage;
    }

    /** @param stage of about as many steps as there are geometries */
    static Geometry of(Collection<? extends Geometry> geometries, GeometryFactory factory, Watch.Stage stage) {
        UnaryUnionOp union = new UnaryUnionOp(geometries, factory);
        union.setUnionFunction(new WatchedUnion(stage));
        return union.union();
    }

    @Override
    public Geometry union(Geometry one, Geometry other) {
        stage.step();
        return OverlayNGRobust.overlay(one, other, OverlayNG.UNION);
    }

    @Override
    public boolean isFloatingPrecision() {
        return true;
    }
}
