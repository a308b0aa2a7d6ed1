package org.truceline.styles;

import java.util.List;

/** Tells what values the data has. */
@FunctionalInterface
public interface KnownValues {
    /** The values, in alphabetical order, each once. */
    List<ValueList.Value> list(ValueList list);
}
