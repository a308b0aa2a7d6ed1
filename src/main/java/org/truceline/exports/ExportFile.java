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
    private static final int TAG_BYTES = 16;

    private final ExportKey key;
    private final Path path;
    private final long size;
    private final String tag;
    private final Optional<Revision> revision;
    private final Instant made;
    private volatile Instant lastUsed;

    private ExportFile(ExportKey key, Path path, long size, String tag, State state) {
        this.key = key;
        this.path = path;
        this.size = size;
        this.tag = tag;
        this.revision = state.revision();
        this.made = state.read();
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
        return new ExportFile(key, path, Files.size(path), tag(path), state);
    }

    /** The bytes make the tag: a file that is written again with the same content has the same one. */
    private static String tag(Path path) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(path), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return '"' + HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    ExportKey key() {
        return key;
    }

    /** Stays until the file has not been used for a while. */
    public Path path() {
        return path;
    }

    public long size() {
        return size;
    }

    /** A strong validator (RFC 9110 §8.8.3), with its quotes: equal for equal bytes only. */
    public String tag() {
        return tag;
    }

    /** Of the layer; empty where it has none. */
    Optional<Revision> revision() {
        return revision;
    }

    Instant made() {
        return made;
    }

    Instant lastUsed() {
        return lastUsed;
    }

    ExportFile used() {
        lastUsed = Instant.now();
        return this;
    }
}
