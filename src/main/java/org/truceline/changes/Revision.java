package org.truceline.changes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The state of a layer, as one snapshot of the database sees it: of its rows, of the definitions that they come by, and
 * of what the server knows of the layer. Two snapshots that see the same revision read the same rows; where a view leaves
 * an order open, PostgreSQL may still choose another.
 *
 * @param value letters, digits, {@code -} and {@code _}; opaque; unlike that of any other state of any other layer, also
 *     after a restart, a restored dump or a failover
 */
public record Revision(String value) {
    /** The revision that all these parts make, each of which may be of any length. */
    static Revision of(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return new Revision(Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest()));
    }

    /** The state of the layer together with what else an answer hangs on. */
    public Revision with(String part) {
        return of(value, part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform has it.
            throw new IllegalStateException(impossible);
        }
    }
}
