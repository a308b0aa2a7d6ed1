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
    private final List<String> clustered;

    private TileContent(byte[] plain, List<String> clustered) {
        this.plain = plain;
        this.clustered = List.copyOf(clustered);
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

    /** The tiles of several layers as one. */
    static TileContent of(List<TileContent> layers) {
        ByteArrayOutputStream tile = new ByteArrayOutputStream();
        layers.forEach(layer -> tile.writeBytes(layer.plain));
        return new TileContent(
                tile.toByteArray(),
                layers.stream().flatMap(layer -> layer.clustered.stream()).toList());
    }

    static TileContent of(byte[] tile, List<String> clustered) {
        return new TileContent(tile, clustered);
    }

    /** The layers of whose features clusters stand for, because they would have been too many or are to be counted. */
    public List<String> clustered() {
        return clustered;
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
