package org.truceline.formats;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads and writes stretches of a file as wholes, where a channel may stop half-way. */
final class FileParts {
    private FileParts() {}

    /** Writes all of the buffer, and returns where it ends. */
    static long write(FileChannel file, ByteBuffer bytes, long at) throws IOException {
        long end = at;
        while (bytes.hasRemaining()) {
            end += file.write(bytes, end);
        }
        return end;
    }

    /**
     * Fills the buffer up to its limit, and flips it.
     *
     * @throws EOFException if the file ends before
     */
    static void read(FileChannel file, ByteBuffer into, long from) throws IOException {
        long at = from;
        while (into.hasRemaining()) {
            int count = file.read(into, at);
            if (count < 0) {
                throw new EOFException("The file ends at " + at);
            }
            at += count;
        }
        into.flip();
    }
}
