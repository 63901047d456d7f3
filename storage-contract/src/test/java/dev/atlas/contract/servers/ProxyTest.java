package dev.atlas.contract.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The proxy, in front of a server that answers every line with the same line. */
@Timeout(30)
class ProxyTest {
    private static final Duration BOUND = Duration.ofSeconds(10);

    private Echo echo;
    private Proxy proxy;

    @BeforeEach
    void openProxy() throws IOException {
        echo = new Echo();
        proxy = Proxy.before("postgresql://u:p@127.0.0.1:" + echo.port() + "/db");
    }

    @AfterEach
    void closeProxy() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void passes_bytes_both_ways() throws IOException {
        try (Client client = new Client(proxy.port())) {
            assertThat(client.ask("hello")).contains("hello");
            assertThat(proxy.connections()).isEqualTo(1);
        }
        Waiting.until(() -> proxy.connections() == 0, BOUND, () -> "The connection does not end");
    }

    @Test
    void tells_both_sides_that_the_other_has_ended() throws IOException {
        try (Client client = new Client(proxy.port())) {
            assertThat(client.ask("hello")).contains("hello");
            assertThat(client.ask("bye")).isEmpty();
        }
    }

    @Test
    void holds_bytes_back_while_paused() throws IOException {
        try (Client client = new Client(proxy.port())) {
            assertThat(client.ask("before")).contains("before");
            proxy.pause();
            assertThatThrownBy(() -> client.ask("during")).isInstanceOf(SocketTimeoutException.class);
            assertThat(echo.seen()).containsExactly("before");
            proxy.resume();
            assertThat(client.answer()).contains("during");
        }
    }

    @Test
    void delays_answers_until_it_is_healed() throws IOException {
        try (Client client = new Client(proxy.port())) {
            proxy.delayAnswers(Duration.ofMillis(100));
            long begin = System.nanoTime();
            assertThat(client.ask("slow")).contains("slow");
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
            proxy.delayAnswers(BOUND.multipliedBy(10));
            assertThatThrownBy(() -> client.ask("never")).isInstanceOf(SocketTimeoutException.class);
            proxy.heal();
            assertThat(client.answer()).contains("never");
        }
    }

    @Test
    void keeps_new_connections_waiting_while_paused() throws IOException {
        proxy.pause();
        try (Client client = new Client(proxy.port())) {
            assertThatThrownBy(() -> client.ask("hello")).isInstanceOf(SocketTimeoutException.class);
            proxy.heal();
            assertThat(client.answer()).contains("hello");
        }
    }

    @Test
    void cuts_connections_and_serves_new_ones() throws IOException {
        try (Client client = new Client(proxy.port());
                Client next = new Client(proxy.port())) {
            assertThat(client.ask("hello")).contains("hello");
            assertThat(next.ask("hello")).contains("hello");
            proxy.cut();
            assertThatThrownBy(client::answer).isInstanceOf(SocketException.class);
            assertThatThrownBy(next::answer).isInstanceOf(SocketException.class);
            assertThat(proxy.connections()).isZero();
        }
        try (Client client = new Client(proxy.port())) {
            assertThat(client.ask("again")).contains("again");
        }
    }

    @Test
    void cuts_a_connection_that_is_paused() throws IOException {
        proxy.pause();
        try (Client client = new Client(proxy.port())) {
            assertThatThrownBy(() -> client.ask("hello")).isInstanceOf(SocketTimeoutException.class);
            proxy.cut();
            assertThatThrownBy(client::answer).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void swallows_answers_to_requests_that_arrive() throws IOException {
        try (Client client = new Client(proxy.port())) {
            assertThat(client.ask("before")).contains("before");
            proxy.swallowAnswers();
            assertThatThrownBy(() -> client.ask("during")).isInstanceOf(SocketTimeoutException.class);
            assertThat(echo.seen()).containsExactly("before", "during");
            assertThat(proxy.swallowed()).isEqualTo(1);
            proxy.heal();
            assertThatThrownBy(client::answer).isInstanceOf(SocketException.class);
        }
        try (Client client = new Client(proxy.port())) {
            assertThat(client.ask("after")).contains("after");
        }
    }

    @Test
    void swallows_answers_from_a_request_on_and_resets_the_client() throws IOException {
        proxy.swallowAnswersAfter(Proxy.requestContaining("COMMIT"));
        for (int round = 1; round <= 2; round++) {
            try (Client client = new Client(proxy.port())) {
                assertThat(client.ask("insert")).contains("insert");
                assertThatThrownBy(() -> client.ask("COMMIT")).isInstanceOf(SocketException.class);
                assertThat(proxy.swallowed()).isEqualTo(round);
            }
        }
        assertThat(echo.seen()).containsExactly("insert", "COMMIT", "insert", "COMMIT");
        proxy.heal();
        try (Client client = new Client(proxy.port())) {
            assertThat(client.ask("COMMIT")).contains("COMMIT");
        }
    }

    @Test
    void refuses_new_connections_and_keeps_the_old() throws IOException {
        try (Client client = new Client(proxy.port())) {
            assertThat(client.ask("before")).contains("before");
            proxy.refuse();
            assertThatThrownBy(() -> new Client(proxy.port()).close()).isInstanceOf(ConnectException.class);
            assertThat(client.ask("during")).contains("during");
            proxy.heal();
            assertThat(client.ask("after")).contains("after");
        }
        try (Client client = new Client(proxy.port())) {
            assertThat(client.ask("again")).contains("again");
        }
    }

    @Test
    void resets_the_client_when_the_server_is_away() throws IOException {
        echo.close();
        try (Client client = new Client(proxy.port())) {
            assertThatThrownBy(() -> client.ask("hello")).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void rewrites_urls_of_its_server_only() {
        String there = "127.0.0.1:" + echo.port();
        String here = "127.0.0.1:" + proxy.port();
        assertThat(proxy.urlFor("postgresql://u:p%40@" + there + "/other?prepareThreshold=0"))
                .isEqualTo("postgresql://u:p%40@" + here + "/other?prepareThreshold=0");
        assertThat(proxy.urlFor("mongodb://" + there + "/db?replicaSet=rs&w=majority"))
                .isEqualTo("mongodb://" + here + "/db?w=majority&directConnection=true");
        assertThatIllegalArgumentException().isThrownBy(() -> proxy.urlFor("postgresql://127.0.0.1:1/db"));
        assertThatIllegalArgumentException().isThrownBy(() -> proxy.urlFor("mongodb://a:1,b:2/db"));
    }

    /** A server that repeats lines and ends the connection at "bye". */
    private static final class Echo implements AutoCloseable {
        private final ServerSocket listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final Thread acceptor;

        Echo() throws IOException {
            acceptor = Thread.ofVirtual().start(this::accept);
        }

        int port() {
            return listener.getLocalPort();
        }

        List<String> seen() {
            return seen;
        }

        private void accept() {
            try {
                while (true) {
                    Socket socket = listener.accept();
                    Thread.ofVirtual().start(() -> repeat(socket));
                }
            } catch (IOException closed) {
                seen.add("closed");
            }
        }

        private void repeat(Socket socket) {
            try (socket) {
                Optional<String> line = readLine(socket);
                while (line.isPresent() && !line.get().equals("bye")) {
                    seen.add(line.get());
                    writeLine(socket, line.get());
                    line = readLine(socket);
                }
            } catch (IOException cut) {
                seen.add("cut");
            }
        }

        @Override
        public void close() throws IOException {
            listener.close();
            Waiting.until(() -> !acceptor.isAlive(), BOUND, () -> "The port of the echo is not freed");
        }
    }

    /** A client that is patient for half a second. */
    private static final class Client implements AutoCloseable {
        private final Socket socket;

        Client(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(500);
        }

        Optional<String> ask(String line) throws IOException {
            writeLine(socket, line);
            return answer();
        }

        Optional<String> answer() throws IOException {
            return readLine(socket);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static void writeLine(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> readLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next != '\n';
                next = socket.getInputStream().read()) {
            if (next < 0) {
                return Optional.empty();
            }
            line.append((char) next);
        }
        return Optional.of(line.toString());
    }
}
