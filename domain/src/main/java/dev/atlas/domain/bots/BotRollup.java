package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Text;
import dev.atlas.domain.usage.RollupSpan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What messages of one platform and agent come to in one span of time. Those of the same moment are spread over some slots, so that
 * units of work which count at once seldom wait for each other: what is asked for is the sum of all slots. It names nobody, and stays when
 * the messages go.
 *
 * @param id follows from all that is told apart
 * @param start where the span begins, in UTC
 * @param agent who answered; absent for what users said and for what no agent answered
 * @param slot from 0 to below {@value #SLOTS}
 */
public record BotRollup(
        Id<BotRollup> id,
        BotPlatform platform,
        RollupSpan span,
        Instant start,
        @Nullable String agent,
        long slot,
        BotFigures figures,
        long version) {

    public static final int SLOTS = 4;

    /** Those in which every message is counted. */
    public static final List<RollupSpan> SPANS = List.of(RollupSpan.DAY, RollupSpan.HOUR);

    public BotRollup {
        start = Instants.micros("start", start);
        agent = Text.storableOrNull("agent", agent, BotMessage.LONGEST_AGENT);
    }

    /** All that these messages are to be counted in, no two with the same id. */
    public static Collection<BotRollup> of(BotPlatform platform, Collection<BotMessage> messages) {
        Map<Id<BotRollup>, BotRollup> all = new LinkedHashMap<>();
        messages.forEach(message -> of(platform, message, BotFigures.of(message))
                .forEach(each -> all.merge(each.id, each, BotRollup::with)));
        return all.values();
    }

    /** What is to be counted once it is known that something went wrong with an answer, which itself is counted already. */
    public static Collection<BotRollup> ofError(BotPlatform platform, BotMessage answer) {
        return of(platform, answer, BotFigures.ERROR);
    }

    private static List<BotRollup> of(BotPlatform platform, BotMessage message, BotFigures figures) {
        String agent = message.agent();
        long slot = message.id().value().getLeastSignificantBits() & (SLOTS - 1);
        return SPANS.stream()
                .map(span -> {
                    Instant start = span.floor(message.createdAt());
                    return new BotRollup(
                            id(platform, span, start, agent, slot), platform, span, start, agent, slot, figures, 0);
                })
                .toList();
    }

    private BotRollup with(BotRollup more) {
        return new BotRollup(id, platform, span, start, agent, slot, figures.plus(more.figures), version);
    }

    /** What is stored after this, which was stored before, and {@code more} of the same id. */
    public BotRollup counting(BotRollup more) {
        return new BotRollup(id, platform, span, start, agent, slot, figures.plus(more.figures), version + 1);
    }

    /** No text holds the character between the parts. */
    private static Id<BotRollup> id(
            BotPlatform platform, RollupSpan span, Instant start, @Nullable String agent, long slot) {
        String parts = String.join(
                "\0",
                "bots",
                platform.name(),
                span.name(),
                Instants.text(start),
                Long.toString(slot),
                agent == null ? "" : agent);
        return new Id<>(UUID.nameUUIDFromBytes(parts.getBytes(StandardCharsets.UTF_8)));
    }
}
