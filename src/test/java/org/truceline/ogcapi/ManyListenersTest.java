package org.truceline.ogcapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.truceline.ServerTest;

/** What listeners of the change feed cost, and those among them who don't read. */
class ManyListenersTest extends ServerTest {
    private static final int LISTENERS = 1_000;

    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private Socket listen() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri("/").getPort());
        sockets.add(socket);
        socket.setSoTimeout(10_000);
        String request = "GET /changes?collections=places HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void readTo(BufferedReader lines, String beginning) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = lines.readLine();
        }
        assertThat(line).as("the line that begins with " + beginning).isNotNull();
    }

    /** A change of a whole table resets the layer. */
    private void edit() {
        jdbc().sql("TRUNCATE ceasefire.place_name").update();
    }

    /** All but one of them leave unread what they get for a while, and find it there then. */
    @Test
    void aThousandListenersTakeNoThreadsAndThoseWhoDoNotReadHinderNobody() throws Exception {
        List<BufferedReader> readers = new ArrayList<>();
        for (int listener = 0; listener < LISTENERS; listener++) {
            readers.add(reader(listen()));
        }
        for (BufferedReader lines : readers) {
            readTo(lines, "id: ");
        }
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        BufferedReader attentive = readers.get(0);
        for (int edit = 0; edit < 5; edit++) {
            edit();
            readTo(attentive, "data: {\"collection\":\"places\"");
        }

        assertThat(threads).as("threads of server, test and all listeners").isLessThan(300);
        for (BufferedReader lines : readers) {
            readTo(lines, "data: {\"collection\":\"places\"");
        }
    }
}
