package org.truceline.ogcapi;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer without an end, which threads that aren't Tomcat's write on, without waiting.
 *
 * <p>Where such a write fails, Tomcat has another thread clean up, at once, and hands the objects of this exchange on to the
 * next client's; but the thread that failed still marks them as failed on its way out, and the next client's connection
 * breaks. What Tomcat does for a connection it does under a lock. Who holds that lock until the way out is behind them is
 * not overtaken.
 */
final class EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

    private final AsyncContext exchange;
    private final ServletOutputStream output;
    private final Lock turn;

    private EventStream(AsyncContext exchange, ServletOutputStream output, Lock turn) {
        this.exchange = exchange;
        this.output = output;
        this.turn = turn;
    }

    /** Leaves the answer to the request open when the thread that was given it is through. */
    static EventStream open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Lock turn = ClientAwareProtocol.findConnection()
                .map(SocketWrapperBase::getLock)
                .orElseGet(ReentrantLock::new);
        ServletOutputStream output = response.getOutputStream();
        AsyncContext exchange = request.startAsync(request, response);
        exchange.setTimeout(0);
        return new EventStream(exchange, output, turn);
    }

    /** Has the listener called, in a turn, where there is room to write again, and where the connection is broken. */
    void listen(WriteListener listener) {
        output.setWriteListener(listener);
    }

    /** Does something while nobody else uses the connection. Take no other lock before, that is held in a turn as well. */
    void inTurn(Runnable work) {
        turn.lock();
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    /** Whether what is written next is taken at once. Where it isn't, the listener is called when it is. */
    boolean isReady() {
        return output.isReady();
    }

    void write(byte[] bytes) throws IOException {
        output.write(bytes);
    }

    void flush() throws IOException {
        output.flush();
    }

    void close() {
        try {
            exchange.complete();
        } catch (IllegalStateException over) {
            LOG.debug("The client had left", over);
        }
    }
}
