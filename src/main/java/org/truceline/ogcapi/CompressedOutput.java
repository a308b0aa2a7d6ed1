package org.truceline.ogcapi;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** What is written into a {@link CompressedResponse}: held back at first, until it is known in which coding it goes on. */
final class CompressedOutput extends ServletOutputStream {
    /** Less fits into one packet anyhow. */
    private static final int ENOUGH_BYTES = 1_024;

    private static final int BUFFER_BYTES = 16 * 1024;

    /** A compressor would keep some tens of thousands of bytes back; rows that come slowly are not to wait for more. */
    private static final long LONGEST_DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ServletOutputStream plain;
    private final CompressedResponse response;
    private final byte[] held = new byte[ENOUGH_BYTES];
    private int heldBytes;
    private Optional<OutputStream> chosen = Optional.empty();
    private Optional<FastGzip> gzip = Optional.empty();
    private long flushedAtNanos = System.nanoTime();

    CompressedOutput(ServletOutputStream plain, CompressedResponse response) {
        this.plain = plain;
        this.response = response;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (chosen.isEmpty() && heldBytes + length <= ENOUGH_BYTES) {
            System.arraycopy(bytes, offset, held, heldBytes, length);
            heldBytes += length;
        } else {
            choose(true).write(bytes, offset, length);
            if (gzip.isPresent() && System.nanoTime() - flushedAtNanos > LONGEST_DELAY_NANOS) {
                flush();
            }
        }
    }

    /** What was written so far goes on its way, whole; this costs a few bytes. */
    @Override
    public void flush() throws IOException {
        choose(true).flush();
        flushedAtNanos = System.nanoTime();
    }

    /** The whole was written. */
    void finish() throws IOException {
        choose(false);
        if (gzip.isPresent()) {
            gzip.get().finish();
        }
    }

    /** Gives back the compressor's memory, which lies outside of Java's. Nothing is written. */
    void release() {
        gzip.ifPresent(FastGzip::release);
    }

    private OutputStream choose(boolean isLong) throws IOException {
        if (chosen.isEmpty()) {
            if (response.decide(isLong)) {
                gzip = Optional.of(new FastGzip(plain));
            }
            OutputStream stream =
                    gzip.<OutputStream>map(compressing -> compressing).orElse(plain);
            stream.write(held, 0, heldBytes);
            chosen = Optional.of(stream);
        }
        return chosen.get();
    }

    @Override
    public boolean isReady() {
        return plain.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("answers are written as they are made");
    }

    /** The least effort makes a quarter of GeoJSON; the most would make little less and take many times as long. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES, true);
            def.setLevel(Deflater.BEST_SPEED);
        }

        /** Closing would write gzip's end. */
        void release() {
            def.end();
        }
    }
}
