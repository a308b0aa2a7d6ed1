package org.truceline.exports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.truceline.changes.Revision;

/** A layer in a file, as it was at one moment. */
public final class ExportFile {
    private static final int DIGEST_BYTES = 16;

    private final ExportKey key;
    private final Path path;
    private final long size;
    private final String digest;
    private final State state;
    private final Instant finished = Instant.now();
    private volatile Instant lastUsed;

    private ExportFile(ExportKey key, Path path, long size, String digest, State state) {
        this.key = key;
        this.path = path;
        this.size = size;
        this.digest = digest;
        this.state = state;
        this.lastUsed = state.read();
    }

    /**
     * What of a layer a file holds.
     *
     * @param revision of the layer; empty where it has none
     * @param read when reading its features began
     */
    record State(Optional<Revision> revision, Instant read) {}

    /** The file, now that all of it is written. */
    static ExportFile of(ExportKey key, Path path, State state) throws IOException {
        return new ExportFile(key, path, Files.size(path), digest(path), state);
    }

    private static String digest(Path path) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(path), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public ExportKey key() {
        return key;
    }

    /** Stays until the file has not been used for a while. */
    public Path path() {
        return path;
    }

    public long size() {
        return size;
    }

    /** Stands for the bytes: digits and letters, the same for the same content only. */
    public String digest() {
        return digest;
    }

    /** Of the answer that the file holds; empty where there is none. */
    public Optional<Revision> revision() {
        return state.revision();
    }

    /** When reading its features began. */
    Instant read() {
        return state.read();
    }

    /** When it was first given out. */
    Instant finished() {
        return finished;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    ExportFile used() {
        lastUsed = Instant.now();
        return this;
    }
}
