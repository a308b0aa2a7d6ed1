package org.truceline.tiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A tile as it is sent: a Mapbox Vector Tile, plain and in gzip. */
public final class TileContent {
    private final byte[] plain;
    private final byte[] gzip;
    private final String digest;

    private TileContent(byte[] plain) {
        this.plain = plain;
        this.gzip = compressed(plain);
        this.digest = digest(plain);
    }

    /** Not to be changed. */
    public byte[] plain() {
        return plain;
    }

    /** Not to be changed. */
    public byte[] gzip() {
        return gzip;
    }

    /** Names the bytes: two tiles with the same digest are the same. */
    public String digest() {
        return digest;
    }

    static TileContent of(List<byte[]> layers) {
        ByteArrayOutputStream tile = new ByteArrayOutputStream();
        layers.forEach(tile::writeBytes);
        return of(tile.toByteArray());
    }

    static TileContent of(byte[] tile) {
        return new TileContent(tile);
    }

    public boolean isEmpty() {
        return plain.length == 0;
    }

    /** What it takes in memory, roughly. */
    int bytes() {
        return plain.length + gzip.length + 200;
    }

    private static byte[] compressed(byte[] tile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(tile.length / 2 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(tile);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] tile) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(tile);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            // Every Java platform has it.
            throw new IllegalStateException(impossible);
        }
    }
}
