package dev.atlas.contract.samples;

import dev.atlas.contract.samples.Link.WhenGone;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotDirection;
import dev.atlas.domain.bots.BotFigures;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotLane;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.BotReply;
import dev.atlas.domain.bots.BotRollup;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.RollupSpan;
import java.math.BigDecimal;
import java.util.List;

/** What comes in for bots, and what was said. */
public final class BotInboxSamples {

    public static final Port<Id<BotUpdate>, BotUpdate> UPDATES =
            new Port<>("bot_updates", Repositories::botUpdates, BotInboxSamples::update, List.of());

    public static final Port<Id<BotLane>, BotLane> LANES = new Port<>(
            "bot_lanes",
            Repositories::botLanes,
            (samples, repositories) -> new BotLane(
                    samples.id(),
                    samples.oneOf(BotPlatform.class),
                    samples.chance() ? null : samples.uuid(),
                    samples.count(),
                    samples.number(9),
                    samples.instant(),
                    0),
            List.of());

    public static final Port<Id<BotConversation>, BotConversation> CONVERSATIONS = new Port<>(
            "bot_conversations",
            Repositories::botConversations,
            (samples, repositories) -> new BotConversation(
                    samples.id(),
                    samples.oneOf(BotPlatform.class),
                    samples.word(),
                    samples.referTo(BotSamples.ACCOUNTS, repositories),
                    samples.maybe(samples::word),
                    samples.maybe(samples::id),
                    samples.instant(),
                    samples.instant(),
                    0),
            List.of());

    public static final Port<Id<BotMessage>, BotMessage> MESSAGES = new Port<>(
            "bot_messages",
            Repositories::botMessages,
            (samples, repositories) -> new BotMessage(
                    samples.id(),
                    samples.referTo(CONVERSATIONS, repositories),
                    samples.oneOf(BotDirection.class),
                    samples.text(),
                    samples.maybe(samples::word),
                    samples.maybe(samples::word),
                    samples.chance() ? new Json.Arr(List.of()) : new Json.Arr(List.of(samples.object())),
                    samples.maybe(() -> new ChatUsage(samples.number(1000), samples.number(1000), cost(samples))),
                    samples.maybe(samples::count),
                    samples.maybe(samples::text),
                    samples.instant(),
                    0),
            List.of());

    public static final Port<String, BotConfiguration> CONFIGURATIONS = new Port<>(
            "bot_configurations",
            Repositories::botConfigurations,
            (samples, repositories) -> new BotConfiguration(
                    samples.word(),
                    samples.oneOf(BotPlatform.class),
                    samples.chance(),
                    samples.maybe(samples::text),
                    samples.maybe(() -> "https://example.org/" + samples.word()),
                    samples.object(),
                    samples.count(),
                    samples.instant(),
                    samples.instant(),
                    0),
            List.of());

    /** Outlives what it counts, so it refers to nothing. */
    public static final Port<Id<BotRollup>, BotRollup> ROLLUPS =
            new Port<>("bot_rollups", Repositories::botRollups, BotInboxSamples::rollup, List.of());

    public static final List<Port<?, ?>> PORTS =
            List.of(LANES, UPDATES, CONVERSATIONS, MESSAGES, ROLLUPS, CONFIGURATIONS);

    public static final List<Link<?, ?, ?>> LINKS = List.of(
            new Link<BotAccount, Id<BotAccount>, BotConversation>(
                    BotSamples.ACCOUNTS, CONVERSATIONS, "accountId", WhenGone.REMOVED),
            new Link<BotConversation, Id<BotConversation>, BotMessage>(
                    CONVERSATIONS, MESSAGES, "conversationId", WhenGone.REMOVED));

    /** Of which the sums of all samples have room. */
    private static final int MANY = 1_000_000_000;

    private static final List<BigDecimal> COSTS = List.of(
            BigDecimal.ZERO,
            new BigDecimal("0.0012345"),
            new BigDecimal("0.999999999999999999"),
            new BigDecimal("123456789012.000000000000000001"));

    private BotInboxSamples() {}

    private static BotUpdate update(Samples samples, Repositories repositories) {
        BotInbound inbound = new BotInbound(
                samples.oneOf(BotPlatform.class),
                samples.word(),
                samples.count(),
                samples.word(),
                samples.word(),
                samples.maybe(samples::text),
                samples.maybe(samples::word),
                samples.maybe(samples::text),
                samples.object());
        return new BotUpdate(
                samples.id(),
                inbound,
                samples.chance() ? null : samples.referTo(LANES, repositories),
                samples.maybe(
                        () -> new BotReply(samples.text(), samples.number(5), samples.chance(), samples.chance())),
                samples.instant(),
                0);
    }

    private static BotRollup rollup(Samples samples, Repositories repositories) {
        RollupSpan span = samples.oneOf(BotRollup.SPANS);
        BotFigures figures = new BotFigures(
                samples.number(MANY),
                samples.number(MANY),
                samples.number(MANY),
                samples.number(MANY),
                samples.oneOf(COSTS),
                samples.number(MANY),
                samples.number(MANY));
        return new BotRollup(
                samples.id(),
                samples.oneOf(BotPlatform.class),
                span,
                span.floor(samples.instant()),
                samples.maybe(samples::word),
                samples.number(BotRollup.SLOTS),
                figures,
                0);
    }

    private static BigDecimal cost(Samples samples) {
        return BigDecimal.valueOf(samples.number(1_000_000), 7);
    }
}
