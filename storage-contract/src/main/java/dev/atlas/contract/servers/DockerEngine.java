package dev.atlas.contract.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * Looks for a Docker engine. A ping of the engine's socket comes first: it takes milliseconds and is silent, whereas
 * Testcontainers tries every way it knows and logs a stack trace when there is no engine.
 */
final class DockerEngine {
    /** The environment variable that keeps tests from using containers when its value is {@code off}. */
    static final String SWITCH = "ATLAS_TEST_DOCKER";

    private static final Duration PING_BOUND = Duration.ofSeconds(1);
    private static final String PING = "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n";

    private DockerEngine() {}

    /** Whether containers may be used and a Docker engine answers. */
    static boolean answers(Map<String, String> environment) {
        return !environment.getOrDefault(SWITCH, "").equals("off")
                && addresses(environment).anyMatch(DockerEngine::ping)
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private static Stream<SocketAddress> addresses(Map<String, String> environment) {
        Optional<String> configured =
                Optional.ofNullable(environment.get("DOCKER_HOST")).or(DockerEngine::hostOfTestcontainers);
        if (configured.isPresent()) {
            return configured.flatMap(DockerEngine::address).stream();
        }
        Stream<Path> usual = Stream.of(
                Path.of("/var/run/docker.sock"),
                Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/run"), "docker.sock"),
                Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"),
                Path.of(System.getProperty("user.home"), ".docker", "desktop", "docker.sock"));
        return usual.filter(Files::exists).map(UnixDomainSocketAddress::of);
    }

    private static Optional<String> hostOfTestcontainers() {
        Path file = Path.of(System.getProperty("user.home"), ".testcontainers.properties");
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException absent) {
            return Optional.empty();
        }
        return Optional.ofNullable(properties.getProperty("docker.host"));
    }

    private static Optional<SocketAddress> address(String host) {
        try {
            URI uri = URI.create(host);
            return switch (String.valueOf(uri.getScheme())) {
                case "unix" -> Optional.of(UnixDomainSocketAddress.of(uri.getPath()));
                case "tcp", "http", "https" -> Optional.of(new InetSocketAddress(uri.getHost(), uri.getPort()));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean ping(SocketAddress address) {
        try (SocketChannel channel = address instanceof UnixDomainSocketAddress
                        ? SocketChannel.open(StandardProtocolFamily.UNIX)
                        : SocketChannel.open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(address)) {
                await(channel, selector, SelectionKey.OP_CONNECT);
                channel.finishConnect();
            }
            channel.write(ByteBuffer.wrap(PING.getBytes(StandardCharsets.US_ASCII)));
            await(channel, selector, SelectionKey.OP_READ);
            ByteBuffer answer = ByteBuffer.allocate(16);
            return channel.read(answer) > 0
                    && new String(answer.array(), StandardCharsets.US_ASCII).startsWith("HTTP/");
        } catch (IOException | RuntimeException noEngine) {
            return false;
        }
    }

    private static void await(SocketChannel channel, Selector selector, int operation) throws IOException {
        channel.register(selector, operation);
        if (selector.select(PING_BOUND.toMillis()) == 0) {
            throw new IOException("no answer");
        }
        selector.selectedKeys().clear();
    }
}
