package dev.atlas.cli.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A way to a MongoDB server on which it looks like one that belongs to no replica set: in its answers the name of the set
 * has another name. Everything else passes as it is.
 */
final class StandAlone implements AutoCloseable {

    private static final String NAME = "setName";
    private static final String OTHER = "notName";

    private final URI server;
    private final ServerSocket port;

    /** @param server a URL with a host and a port */
    StandAlone(String server) throws IOException {
        this.server = URI.create(server);
        this.port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The URL of the same database by this way. */
    String url() {
        return server.toString().replace(server.getAuthority(), "127.0.0.1:" + port.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = port.accept();
                Socket behind = new Socket(server.getHost(), server.getPort());
                Thread.ofVirtual().start(() -> pass(client, behind, NAME, NAME));
                Thread.ofVirtual().start(() -> pass(behind, client, NAME, OTHER));
            }
        } catch (IOException e) {
            if (!port.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Passes bytes on, with {@code text} replaced by {@code other} of the same length, until one side ends. */
    private static void pass(Socket from, Socket to, String text, String other) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] bytes = new byte[1 << 16];
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                String read = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
                out.write(read.replace(text, other).getBytes(StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // a connection that its other side has closed is of no interest any more
        }
    }

    @Override
    public void close() throws IOException {
        port.close();
    }
}
