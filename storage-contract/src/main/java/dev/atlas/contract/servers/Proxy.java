package dev.atlas.contract.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A TCP proxy on loopback that stands in front of a server and disturbs the traffic on command.
 *
 * <pre>{@code
 * try (Proxy proxy = Proxy.before(server.url())) {
 *     String url = proxy.urlFor(server.createDatabase());
 *     ...
 *     proxy.swallowAnswersAfter(Proxy.requestContaining("COMMIT"));
 * }
 * }</pre>
 *
 * <p>Disturbances add up until {@link #heal()} ends them all. Each takes effect before its method returns, except for a
 * piece of data that is being passed on at that very moment.
 */
public final class Proxy implements AutoCloseable {
    private static final int BACKLOG = 128;
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(10);

    private final ServerUrl server;
    private final int port;
    private final Traffic traffic = new Traffic();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private @Nullable Listener listener;

    /** The open port, and the thread that accepts connections there. */
    private record Listener(ServerSocket socket, Thread acceptor) {}

    private Proxy(ServerUrl server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Opens a proxy.
     *
     * @param serverUrl a URL of the server, with one host; also one that leads to another proxy
     */
    public static Proxy before(String serverUrl) {
        Proxy proxy = new Proxy(ServerUrl.parse(serverUrl), FreePort.find());
        proxy.server.address();
        proxy.listen();
        return proxy;
    }

    /** Matches requests that contain a text as it stands, such as {@code COMMIT} or {@code commitTransaction}. */
    public static Predicate<byte[]> requestContaining(String text) {
        return request -> new String(request, StandardCharsets.ISO_8859_1).contains(text);
    }

    /** The port on which the proxy listens, also while it refuses connections. */
    public int port() {
        return port;
    }

    /**
     * Rewrites a URL of the server so that it leads through this proxy. A MongoDB driver is told not to look for the
     * members of the replica set, which it would then reach directly.
     *
     * @param serverUrl a URL with the same host and port as the one this proxy was made with
     */
    public String urlFor(String serverUrl) {
        ServerUrl url = ServerUrl.parse(serverUrl);
        if (!url.address().equals(server.address())) {
            throw new IllegalArgumentException(
                    "This proxy stands in front of " + server.hosts() + ", not of " + url.hosts());
        }
        ServerUrl through = url.withHost(InetAddress.getLoopbackAddress().getHostAddress(), port);
        boolean mongo = url.scheme().equals("mongodb");
        return (mongo ? through.without("replicaSet").with("directConnection", "true") : through).toString();
    }

    /** How many connections lead through the proxy at the moment. */
    public int connections() {
        return links.size();
    }

    /** How many connections have lost an answer so far, by one of the methods that swallow answers. */
    public int swallowed() {
        return traffic.swallowed();
    }

    /** Stops the flow of bytes both ways. Connections stay open; new ones are accepted and kept waiting. */
    public void pause() {
        traffic.pause();
    }

    /** From now on the server seems slow: whatever it answers reaches the client so much later, one piece after the other. */
    public void delayAnswers(Duration time) {
        traffic.delay(time);
    }

    /** Ends a {@link #pause()} and a delay; the bytes held back flow on. */
    public void resume() {
        traffic.resume();
    }

    /** Resets all connections, on both sides. New ones are served. */
    public void cut() {
        links.forEach(Link::cut);
    }

    /** From now on requests reach the server, and its answers reach nobody. */
    public void swallowAnswers() {
        traffic.answer(new Traffic.Answers.Swallowed());
    }

    /**
     * Swallows answers on each connection from the first matching request on. That request reaches the server; when the
     * server begins to answer, the client's connection is reset instead. So the server has done what was asked, and the
     * client cannot know. The rule stays for the connections that follow until {@link #heal()}; a predicate that
     * remembers being matched makes it happen once.
     *
     * <p>The predicate sees what was read from the network at once: for small requests one or several whole ones. With
     * PostgreSQL, mind that the JDBC driver sends the text of a statement once per connection and then only its name,
     * {@code COMMIT} included, unless the URL says {@code prepareThreshold=0}.
     *
     * @param request recognises the request; called on threads of the proxy
     */
    public void swallowAnswersAfter(Predicate<byte[]> request) {
        traffic.answer(new Traffic.Answers.SwallowedAfter(request));
    }

    /** Refuses new connections, as if no server listened. Those that exist stay. */
    public synchronized void refuse() {
        if (listener != null) {
            stop(listener);
            listener = null;
        }
    }

    /** The system closes a port only when the last thread has left it. */
    private void stop(Listener open) {
        try {
            open.socket().close();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot stop listening on port " + port, failure);
        }
        Waiting.until(() -> !open.acceptor().isAlive(), CLOSE_BOUND, () -> "Port " + port + " is not freed");
    }

    /**
     * Ends all disturbances. Connections that lost an answer are reset, since client and server no longer agree on what
     * comes next there; all others go on.
     */
    public void heal() {
        traffic.answer(new Traffic.Answers.Delivered());
        links.forEach(Link::heal);
        traffic.resume();
        listen();
    }

    /** Resets all connections and frees the port. */
    @Override
    public void close() {
        refuse();
        cut();
        traffic.resume();
    }

    private synchronized void listen() {
        if (listener == null) {
            try {
                ServerSocket socket = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
                Thread acceptor = Thread.ofVirtual().name("proxy-" + port).start(() -> accept(socket));
                listener = new Listener(socket, acceptor);
            } catch (IOException failure) {
                throw new UncheckedIOException("Cannot listen on port " + port, failure);
            }
        }
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                serve(socket, socket.accept());
            }
        } catch (IOException closed) {
            // The proxy refuses connections, or was closed.
        }
    }

    private void serve(ServerSocket socket, Socket client) {
        Link link = new Link(client, server.address(), traffic, links::remove);
        links.add(link);
        link.start();
        if (socket.isClosed()) {
            link.cut();
        }
    }
}
