package org.truceline.geodesy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;

/**
 * Follows a long computation: hears how far it has come, and ends it when the thread that began it is interrupted.
 *
 * <p>Computations use several threads, and an interrupt reaches only the one that waits for the others. So all of them
 * ask here, some thousand times a second. A watch that has ended a computation stays ended: a thread that is late hears
 * it even if the interrupted one has gone on to something else.
 */
public final class Watch {

    private final Thread beginner = Thread.currentThread();
    private final DoubleConsumer listener;
    private volatile boolean isEnded;

    private Watch(DoubleConsumer listener) {
        this.listener = listener;
    }

    /** Over what this thread computes next, without a word on how far it is. */
    public static Watch silent() {
        return new Watch(share -> {});
    }

    /**
     * Over what this thread computes next.
     *
     * @param listener is told the share that is done, from 0 to 1, by whichever thread does it. A computation that comes
     *     out less exact than asked begins again, and so may the shares
     */
    public static Watch of(DoubleConsumer listener) {
        return new Watch(listener);
    }

    /** @throws InterruptedComputationException if the thread that began was interrupted */
    void check() {
        if (isEnded || beginner.isInterrupted()) {
            isEnded = true;
            throw new InterruptedComputationException();
        }
    }

    /** A part of the computation that takes a number of steps of about the same length. */
    Stage stage(double from, double to, int steps) {
        return new Stage(from, (to - from) / Math.max(1, steps));
    }

    final class Stage {
        private final double from;
        private final double shareOfStep;
        private final AtomicInteger done = new AtomicInteger();

        private Stage(double from, double shareOfStep) {
            this.from = from;
            this.shareOfStep = shareOfStep;
        }

        /**
         * Begins a step.
         *
         * @throws InterruptedComputationException if the thread that began was interrupted
         */
        void step() {
            check();
            listener.accept(Math.min(1, from + shareOfStep * done.getAndIncrement()));
        }
    }
}
