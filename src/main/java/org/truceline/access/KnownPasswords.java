package org.truceline.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were right a while ago: checking one against its hash takes a tenth of a second on purpose, which each of
 * many edits should not cost. Kept as codes under a key that this process alone has, together with the hash that they fit:
 * with another password the account has another hash.
 */
final class KnownPasswords {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int MOST = 1_000;
    private static final Duration AGE = Duration.ofMinutes(10);

    private final SecretKeySpec key;
    private final Cache<String, Boolean> codes =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(AGE).build();

    KnownPasswords() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    boolean hold(String hash, String password) {
        return codes.getIfPresent(code(hash, password)) != null;
    }

    void add(String hash, String password) {
        codes.put(code(hash, password), true);
    }

    private String code(String hash, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            // No hash holds a line break.
            byte[] code = mac.doFinal((hash + "\n" + password).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(code);
        } catch (GeneralSecurityException impossible) {
            // Every Java platform has it.
            throw new IllegalStateException(impossible);
        }
    }
}
