package dev.atlas.contract.samples;

import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.providers.ChatLimits;
import dev.atlas.domain.providers.ChatSettings;
import dev.atlas.domain.providers.ProviderConfiguration;
import dev.atlas.domain.providers.ProviderDetails;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.providers.ProviderLimits;
import dev.atlas.domain.storage.Repositories;
import java.math.BigDecimal;
import java.util.List;

/** Which providers there are, and how chats are answered. */
public final class ProviderSamples {

    private static final List<BigDecimal> TEMPERATURES =
            List.of(BigDecimal.ZERO, new BigDecimal("0.0"), new BigDecimal("0.700"), new BigDecimal("2"));

    public static final Port<String, ProviderConfiguration> PROVIDER_CONFIGURATIONS = new Port<>(
            "provider_configurations",
            Repositories::providerConfigurations,
            (samples, repositories) -> new ProviderConfiguration(
                    samples.word(), details(samples), samples.instant(), samples.instant(), 0),
            List.of());

    public static final Port<String, ChatSettings> CHAT_SETTINGS = new Port<>(
            "chat_settings",
            Repositories::chatSettings,
            (samples, repositories) ->
                    new ChatSettings(samples.word(), defaults(samples), samples.instant(), samples.instant(), 0),
            List.of());

    public static final List<Port<?, ?>> PORTS = List.of(PROVIDER_CONFIGURATIONS, CHAT_SETTINGS);

    private ProviderSamples() {}

    private static ProviderDetails details(Samples samples) {
        return new ProviderDetails(
                samples.oneOf(ProviderKind.class),
                samples.maybe(samples::text),
                samples.chance(),
                samples.maybe(samples::text),
                samples.maybe(() -> "https://example.org:8443/" + samples.word() + "/"),
                samples.maybe(samples::word),
                samples.maybe(() -> "2024-10-21-preview"),
                new ProviderLimits(
                        1 + samples.number(60),
                        1 + samples.number(600),
                        1 + samples.number(600),
                        1 + samples.number(3600),
                        samples.number(6),
                        1 + samples.number(1000)));
    }

    private static ChatDefaults defaults(Samples samples) {
        return new ChatDefaults(
                samples.word(),
                ChatDefaults.LEAST_TOKENS + samples.number(1000),
                samples.oneOf(TEMPERATURES),
                samples.chance() ? "" : " " + samples.text() + "\n",
                samples.chance(),
                samples.chance(),
                new ChatLimits(
                        samples.maybe(() -> 1 + samples.number(ChatLimits.MOST_REQUESTS)),
                        samples.maybe(() -> 1 + samples.count() % ChatLimits.MOST_TOKENS),
                        samples.maybe(() -> samples.oneOf(TEMPERATURES))));
    }
}
