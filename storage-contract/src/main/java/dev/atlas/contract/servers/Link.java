package dev.atlas.contract.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One connection through a {@link Proxy}: a socket on each side, and a virtual thread for each direction. */
final class Link {
    private static final int CHUNK = 64 * 1024;
    private static final int CONNECT_MILLIS = 5_000;

    private final Socket client;
    private final Socket server = new Socket();
    private final InetSocketAddress address;
    private final Traffic traffic;
    private final Consumer<Link> onEnd;
    private final AtomicInteger openDirections = new AtomicInteger(2);
    private final AtomicBoolean damaged = new AtomicBoolean();
    private volatile boolean requestSeen;

    /** Passes on one piece of data, or does something else with it. */
    @FunctionalInterface
    private interface Passage {
        void pass(byte[] chunk) throws IOException;
    }

    /**
     * Makes a connection that does nothing before {@link #start()}.
     *
     * @param client the accepted connection of the client
     * @param address where the server listens
     * @param traffic the rules to obey
     * @param onEnd told when both sides are closed
     */
    Link(Socket client, InetSocketAddress address, Traffic traffic, Consumer<Link> onEnd) {
        this.client = client;
        this.address = address;
        this.traffic = traffic;
        this.onEnd = onEnd;
    }

    void start() {
        Thread.ofVirtual().name("proxy-requests").start(this::connectAndPassRequests);
    }

    /** Goes back to delivering answers, or ends the connection when the client was deprived of one. */
    void heal() {
        requestSeen = false;
        if (damaged.get()) {
            cut();
        }
    }

    /** Resets the connection on both sides. */
    void cut() {
        reset(client);
        reset(server);
        onEnd.accept(this);
    }

    private void connectAndPassRequests() {
        traffic.awaitFlow();
        try {
            server.connect(address, CONNECT_MILLIS);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        } catch (IOException unreachable) {
            cut();
            return;
        }
        Thread.ofVirtual().name("proxy-answers").start(() -> pump(server, client, this::passAnswer));
        pump(client, server, this::passRequest);
    }

    private void pump(Socket from, Socket to, Passage passage) {
        byte[] buffer = new byte[CHUNK];
        try {
            for (int length = from.getInputStream().read(buffer);
                    length >= 0;
                    length = from.getInputStream().read(buffer)) {
                traffic.awaitFlow();
                passage.pass(Arrays.copyOf(buffer, length));
            }
            traffic.awaitFlow();
            to.shutdownOutput();
        } catch (IOException broken) {
            endAbruptly();
        } finally {
            if (openDirections.decrementAndGet() == 0) {
                close(client);
                close(server);
                onEnd.accept(this);
            }
        }
    }

    private void passRequest(byte[] chunk) throws IOException {
        if (traffic.answers() instanceof Traffic.Answers.SwallowedAfter rule
                && rule.request().test(chunk)) {
            requestSeen = true;
        }
        write(server, chunk);
    }

    private void passAnswer(byte[] chunk) throws IOException {
        traffic.awaitDelay();
        if (requestSeen) {
            swallow();
            reset(client);
        } else if (damaged.get() || traffic.answers() instanceof Traffic.Answers.Swallowed) {
            swallow();
        } else {
            write(client, chunk);
        }
    }

    private void swallow() {
        if (damaged.compareAndSet(false, true)) {
            traffic.countSwallowed();
        }
    }

    private static void write(Socket socket, byte[] chunk) throws IOException {
        OutputStream output = socket.getOutputStream();
        output.write(chunk);
        output.flush();
    }

    /**
     * One side broke. The other side learns of it as it would without a proxy, by a reset; only a server whose answer
     * is being swallowed sees a calm end of the requests instead, and does all it was asked before.
     */
    private void endAbruptly() {
        if (!requestSeen) {
            cut();
            return;
        }
        try {
            server.shutdownOutput();
        } catch (IOException alreadyClosed) {
            close(server);
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException alreadyClosed) {
            // Closing it again does no harm.
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // There is nothing left to close.
        }
    }
}
