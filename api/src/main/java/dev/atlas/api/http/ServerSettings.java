package dev.atlas.api.http;

import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.EnvironmentSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the service listens.
 *
 * @param host {@code ATLAS_HOST}, 127.0.0.1 unless set
 * @param port {@code ATLAS_PORT}, 8080 unless set; 0 takes a free one
 * @param stopTimeout how long requests that run may take to finish when the service stops; {@code ATLAS_STOP_TIMEOUT}
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed; {@code ATLAS_TRUSTED_PROXIES}, separated by commas
 */
public record ServerSettings(String host, int port, Duration stopTimeout, Set<String> trustedProxies) {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    public ServerSettings {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /** With the usual time to stop. */
    public ServerSettings(String host, int port, Set<String> trustedProxies) {
        this(host, port, STOP_TIMEOUT, trustedProxies);
    }

    /** Throws {@link CannotOpen} naming the setting that is wrong. */
    public static ServerSettings of(Map<String, String> environment) {
        EnvironmentSettings settings = new EnvironmentSettings(environment);
        return new ServerSettings(
                environment.getOrDefault("ATLAS_HOST", "127.0.0.1"),
                settings.count("ATLAS_PORT", 8080, 0, 65_535),
                settings.duration("ATLAS_STOP_TIMEOUT", STOP_TIMEOUT),
                Arrays.stream(environment
                                .getOrDefault("ATLAS_TRUSTED_PROXIES", "")
                                .split(",", -1))
                        .map(String::strip)
                        .filter(proxy -> !proxy.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Throws {@link CannotOpen} if the service could not listen here at this moment. */
    public void requireFreePort() {
        try (ServerSocketChannel socket = ServerSocketChannel.open()) {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException | UnresolvedAddressException | UnsupportedAddressTypeException | SecurityException e) {
            throw new CannotOpen(
                    "Atlas cannot listen on %s port %d: set ATLAS_HOST and ATLAS_PORT to an address of this machine that is free."
                            .formatted(host, port),
                    e);
        }
    }
}
