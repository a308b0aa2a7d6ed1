package org.truceline.access;

/** Others' passwords are being checked just now: whoever guesses waits in line, and the line is short. */
public final class TooManyAttempts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyAttempts() {
        super("Too many sign in with passwords that aren't known yet; try again in some seconds.");
    }
}
