package org.truceline.ogcapi;

import java.io.IOException;
import java.util.Optional;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP, which remembers for each thread which connection it serves: a servlet is not told when its client
 * leaves, and only the connection knows. Tomcat makes it by its name.
 */
public class ClientAwareProtocol extends Http11NioProtocol {
    private static final ThreadLocal<SocketWrapperBase<?>> CONNECTION = new ThreadLocal<>();

    /** The connection whose request this thread answers. */
    static Optional<SocketWrapperBase<?>> findConnection() {
        return Optional.ofNullable(CONNECTION.get());
    }

    @Override
    protected Processor createProcessor() {
        return new ClientAwareProcessor(this, getAdapter());
    }

    private static final class ClientAwareProcessor extends Http11Processor {
        ClientAwareProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            CONNECTION.set(connection);
            try {
                return super.service(connection);
            } finally {
                CONNECTION.remove();
            }
        }
    }
}
