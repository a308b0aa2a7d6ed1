package org.truceline.ogcapi;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.http.HttpHeaders;

/** Keeps what is written in a file until all of it is there and its length is known. What has a length already passes. */
final class SpooledResponse extends HttpServletResponseWrapper implements AutoCloseable {
    private final FileChannel file;

    SpooledResponse(HttpServletResponse response) throws IOException {
        super(response);
        Path path = Files.createTempFile("truceline-", ".answer");
        // The system forgets the file with its last use, however the server ends.
        this.file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return containsHeader(HttpHeaders.CONTENT_LENGTH) ? super.getOutputStream() : new Spool();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return new PrintWriter(getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Nothing is sent before its time. */
    @Override
    public void flushBuffer() throws IOException {
        if (containsHeader(HttpHeaders.CONTENT_LENGTH)) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        try {
            file.truncate(0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void reset() {
        resetBuffer();
        super.reset();
    }

    /** Sends what was kept, if anything was. */
    void send() throws IOException {
        if (file.size() > 0) {
            setContentLengthLong(file.size());
            file.position(0);
            Channels.newInputStream(file).transferTo(super.getOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private final class Spool extends ServletOutputStream {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("nothing is written without waiting");
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            ByteBuffer all = ByteBuffer.wrap(bytes, from, count);
            while (all.hasRemaining()) {
                file.write(all);
            }
        }
    }
}
