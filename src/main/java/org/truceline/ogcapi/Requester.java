package org.truceline.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who sends a request, as far as it can be told without signing in: the address that it comes from, with what proxies on
 * the way say of the client. A client that makes up such a header only becomes somebody else than it was: with the
 * proxy's own word behind it, it never becomes another of the proxy's clients.
 */
final class Requester {
    private static final List<String> TOLD_BY_PROXIES = List.of("X-Forwarded-For", "Forwarded");

    private Requester() {}

    static String of(HttpServletRequest request) {
        return Stream.concat(
                        Stream.of(host(request.getRemoteAddr())),
                        TOLD_BY_PROXIES.stream().flatMap(name -> Collections.list(request.getHeaders(name)).stream()))
                .collect(Collectors.joining("|"));
    }

    /** This machine has two addresses, and programs take one or the other. */
    private static String host(String address) {
        try {
            // An address in numbers is not looked up.
            return InetAddress.getByName(address).isLoopbackAddress() ? "loopback" : address;
        } catch (UnknownHostException strange) {
            return address;
        }
    }
}
