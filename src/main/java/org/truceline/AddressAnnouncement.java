package org.truceline;

import java.net.InetAddress;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last thing that a start says: the addresses to open. */
@Component
class AddressAnnouncement {
    private static final Logger LOG = LoggerFactory.getLogger(AddressAnnouncement.class);

    private final ServerProperties server;

    AddressAnnouncement(ServerProperties server) {
        this.server = server;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce(ApplicationReadyEvent event) {
        // Inactive when Ctrl-C came before the end of the start.
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && event.getApplicationContext().isActive()
                && context.getWebServer() != null) {
            String root = "http://" + host() + ":" + context.getWebServer().getPort();
            LOG.info("""
                    Truceline is ready. Open
                      {}/map          the map
                      {}/             the landing page of the OGC API
                      {}/collections  the layers
                    Ctrl-C stops the server.""", root, root, root);
        }
    }

    // A wildcard address is none that a browser can open.
    private String host() {
        return Optional.ofNullable(server.getAddress())
                .filter(address -> !address.isAnyLocalAddress() && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .map(text -> text.contains(":") ? "[" + text + "]" : text)
                .orElse("localhost");
    }
}
