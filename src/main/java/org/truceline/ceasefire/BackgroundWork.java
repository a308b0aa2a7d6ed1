package org.truceline.ceasefire;

import java.util.function.BooleanSupplier;

/** Work that comes up while the server runs. */
interface BackgroundWork {
    /** In messages, and of the thread. */
    String name();

    /**
     * Looks what there is to do, and does some or all of it.
     *
     * @param goesOn asked between one piece and the next; false when the server stops
     * @return whether anything was done; there may be more then
     */
    boolean work(BooleanSupplier goesOn);
}
