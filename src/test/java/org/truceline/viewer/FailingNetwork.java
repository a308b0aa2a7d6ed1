package org.truceline.viewer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can be cut: connections that there are end, and new ones are taken and given up. */
final class FailingNetwork implements AutoCloseable {
    private final URI server;
    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean isCut;

    FailingNetwork(URI server) throws IOException {
        this.server = server;
        start(this::takeAll);
    }

    /** The same place on the server, by this way. */
    URI address(String path) {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort() + path);
    }

    void cut() throws IOException {
        isCut = true;
        closeAll();
    }

    void mend() {
        isCut = false;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        closeAll();
    }

    private void closeAll() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    private void takeAll() throws IOException {
        while (true) {
            Socket client = entrance.accept();
            if (isCut) {
                client.close();
            } else {
                Socket there = new Socket(server.getHost(), server.getPort());
                open.add(client);
                open.add(there);
                start(() -> pass(client, there));
                start(() -> pass(there, client));
            }
        }
    }

    private static void pass(Socket from, Socket to) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        }
    }

    private static void start(Passing passing) {
        Thread thread = new Thread(() -> {
            try {
                passing.run();
            } catch (IOException end) {
                // One side has closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Passing {
        void run() throws IOException;
    }
}
