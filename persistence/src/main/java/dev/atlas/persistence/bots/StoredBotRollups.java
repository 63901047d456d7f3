package dev.atlas.persistence.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotFigures;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.BotRollup;
import dev.atlas.domain.bots.BotRollups;
import dev.atlas.domain.bots.BotSum;
import dev.atlas.domain.usage.RollupSpan;
import dev.atlas.persistence.Condition.AtLeast;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.CountedById;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.ExactCost;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.RowLister.Sums;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredBotRollups extends CountedById<BotRollup, BotRollupRow> implements BotRollups {

    private static final List<String> GROUP = List.of("platform", "agent");

    /** In the order of {@link #figures}. */
    private static final List<String> FIGURES = List.of(
            "inbound",
            "outbound",
            "input_tokens",
            "output_tokens",
            "cost_usd",
            "cost_nano",
            "cost_atto",
            "unpriced",
            "errors");

    StoredBotRollups(BotRollupRows rows, BotRollupRowMapper mapper, Engine engine) {
        super(BotRollupRow.class, rows, mapper, engine);
    }

    @Override
    protected Id<BotRollup> key(BotRollup rollup) {
        return rollup.id();
    }

    @Override
    protected BotRollup together(BotRollup before, BotRollup more) {
        return before.counting(more);
    }

    @Override
    public List<BotSum> sums(RollupSpan span, Instant from, Instant before, @Nullable BotPlatform platform) {
        engine().unit().reading();
        Listing<BotRollupRow> wanted = Listing.of(BotRollupRow.class)
                .whereEqual("span", Words.of(span))
                .where(new AtLeast("starts_at", from))
                .where(new Before("starts_at", before))
                .whereEqual("platform", platform == null ? null : Words.of(platform));
        return engine().lister().sums(wanted, GROUP, FIGURES).stream()
                .map(StoredBotRollups::sum)
                .toList();
    }

    private static BotSum sum(Sums sums) {
        String platform = (String) Objects.requireNonNull(sums.group().getFirst());
        return new BotSum(
                Words.constant(BotPlatform.class, platform),
                (String) sums.group().getLast(),
                figures(sums.sums()));
    }

    private static BotFigures figures(List<Long> sums) {
        Iterator<Long> next = sums.iterator();
        return new BotFigures(
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                new ExactCost(next.next(), next.next(), next.next()).value(),
                next.next(),
                next.next());
    }
}
