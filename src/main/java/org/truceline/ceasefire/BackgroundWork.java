package org.truceline.ceasefire;

import java.util.function.BooleanSupplier;

/** Work that comes up while the server runs. */
interface BackgroundWork {
    /** In messages, and of the thread. */
    String name();

    /**
     * Works off all that is there.
     *
     * @param goesOn asked between one piece and the next; false when the server stops
     */
    void workOff(BooleanSupplier goesOn);
}
