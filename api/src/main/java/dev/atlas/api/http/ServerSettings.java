package dev.atlas.api.http;

import dev.atlas.domain.storage.EnvironmentSettings;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the service listens.
 *
 * @param host {@code ATLAS_HOST}, 127.0.0.1 unless set
 * @param port {@code ATLAS_PORT}, 8080 unless set; 0 takes a free one
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is believed; {@code ATLAS_TRUSTED_PROXIES}, separated by commas
 */
public record ServerSettings(String host, int port, Set<String> trustedProxies) {

    public ServerSettings {
        trustedProxies = Set.copyOf(trustedProxies);
    }

    /** Throws {@link dev.atlas.domain.storage.CannotOpen} naming the setting that is wrong. */
    public static ServerSettings of(Map<String, String> environment) {
        return new ServerSettings(
                environment.getOrDefault("ATLAS_HOST", "127.0.0.1"),
                new EnvironmentSettings(environment).count("ATLAS_PORT", 8080, 0, 65_535),
                Arrays.stream(environment
                                .getOrDefault("ATLAS_TRUSTED_PROXIES", "")
                                .split(",", -1))
                        .map(String::strip)
                        .filter(proxy -> !proxy.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
