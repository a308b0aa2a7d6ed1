package org.truceline.ogcapi;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.truceline.features.ClientPresence;

/** Tells by their connections whether clients are still there. */
@Component
class ClientConnections implements ClientPresence, WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(ClientAwareProtocol.class.getName());
    }

    @Override
    public BooleanSupplier hasLeft() {
        return ClientAwareProtocol.findConnection()
                .<BooleanSupplier>map(connection -> () -> isAtItsEnd(connection))
                .orElse(() -> false);
    }

    /**
     * Whether the client has closed its side. Reading is all that tells; what comes instead of the end is the client's
     * next request, which stays in the connection's buffer, where Tomcat begins to read it.
     */
    private static boolean isAtItsEnd(SocketWrapperBase<?> connection) {
        try {
            connection.isReadyForRead();
            return false;
        } catch (IOException left) {
            return true;
        }
    }
}
