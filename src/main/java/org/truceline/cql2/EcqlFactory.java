package org.truceline.cql2;

import java.util.List;
import org.geotools.api.feature.type.Name;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.filter.FilterFactoryImpl;
import org.geotools.filter.FunctionImpl;
import org.jspecify.annotations.Nullable;

/**
 * Makes what GeoTools' parser finds, with two differences to GeoTools' own factory: functions are kept by name, for
 * which ones there are is not GeoTools' to say; and boxes are not put in order, for that would turn one across the
 * antimeridian inside out.
 */
// GeoTools overrides methods of variable arity by others without; who overrides either is warned.
@SuppressWarnings("overrides")
final class EcqlFactory extends FilterFactoryImpl {
    @Override
    public Function function(String name, Expression... parameters) {
        FunctionImpl function = new FunctionImpl() {};
        function.setName(name);
        function.setParameters(List.of(parameters));
        return function;
    }

    @Override
    public Function function(Name name, Expression... parameters) {
        return function(name.getLocalPart(), parameters);
    }

    @Override
    public BBOX bbox(Expression geometry, double minx, double miny, double maxx, double maxy, @Nullable String srs) {
        requirePlain(minx, miny, maxx, maxy, srs);
        return super.bbox(geometry, minx, miny, maxx, maxy, srs);
    }

    @Override
    public BBOX bbox(String geometry, double minx, double miny, double maxx, double maxy, @Nullable String srs) {
        requirePlain(minx, miny, maxx, maxy, srs);
        return super.bbox(geometry, minx, miny, maxx, maxy, srs);
    }

    private static void requirePlain(double minx, double miny, double maxx, double maxy, @Nullable String srs) {
        if (srs != null && !srs.isEmpty()) {
            throw new Cql2ParseException(
                    Position.UNKNOWN, "a BBOX names its own coordinate reference system", "filter-crs");
        }
        if (minx > maxx || miny > maxy) {
            throw new Cql2ParseException(
                    Position.UNKNOWN,
                    "a BBOX ends before it begins",
                    "the lesser number first, and cql2-text for a box across the antimeridian");
        }
    }
}
