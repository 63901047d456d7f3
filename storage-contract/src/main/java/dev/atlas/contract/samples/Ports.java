package dev.atlas.contract.samples;

import java.util.List;
import java.util.stream.Stream;

/** Every port of aggregates, those others refer to first, and how they refer to each other. */
public final class Ports {

    private static final List<Port<?, ?>> ALL = Stream.of(
                    IdentitySamples.PORTS,
                    IdempotencySamples.PORTS,
                    NodeSamples.PORTS,
                    FollowerSamples.PORTS,
                    SwitchSamples.PORTS,
                    ProjectSamples.PORTS,
                    TrackingSamples.PORTS,
                    ChatSamples.PORTS,
                    UsageSamples.PORTS,
                    ProviderSamples.PORTS,
                    AgentSamples.PORTS,
                    BotSamples.PORTS,
                    BotInboxSamples.PORTS,
                    ImportSamples.PORTS)
            .<Port<?, ?>>flatMap(List::stream)
            .toList();

    private static final List<Link<?, ?, ?>> LINKS = Stream.of(
                    IdentitySamples.LINKS,
                    ProjectSamples.LINKS,
                    TrackingSamples.LINKS,
                    ChatSamples.LINKS,
                    AgentSamples.LINKS,
                    BotSamples.LINKS,
                    BotInboxSamples.LINKS,
                    ImportSamples.LINKS)
            .<Link<?, ?, ?>>flatMap(List::stream)
            .toList();

    private Ports() {}

    public static List<Port<?, ?>> all() {
        return ALL;
    }

    public static List<Link<?, ?, ?>> links() {
        return LINKS;
    }
}
