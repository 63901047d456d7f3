package dev.atlas.persistence.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotFigures;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.BotRollup;
import dev.atlas.domain.usage.RollupSpan;
import dev.atlas.persistence.ExactCost;
import dev.atlas.persistence.RowMapper;
import jakarta.inject.Singleton;

/** By hand: the figures lie flat in the row. */
@Singleton
final class BotRollupRowMapper implements RowMapper<BotRollup, BotRollupRow> {

    @Override
    public BotRollupRow toRow(BotRollup rollup) {
        BotFigures figures = rollup.figures();
        ExactCost cost = ExactCost.of(figures.costUsd());
        return new BotRollupRow(
                rollup.id().value(),
                Words.of(rollup.platform()),
                Words.of(rollup.span()),
                rollup.start(),
                rollup.agent(),
                rollup.slot(),
                figures.inbound(),
                figures.outbound(),
                figures.inputTokens(),
                figures.outputTokens(),
                cost.usd(),
                cost.nano(),
                cost.atto(),
                figures.unpriced(),
                figures.errors(),
                rollup.version());
    }

    @Override
    public BotRollup toDomain(BotRollupRow row) {
        BotFigures figures = new BotFigures(
                row.inbound(),
                row.outbound(),
                row.inputTokens(),
                row.outputTokens(),
                new ExactCost(row.costUsd(), row.costNano(), row.costAtto()).value(),
                row.unpriced(),
                row.errors());
        return new BotRollup(
                new Id<>(row.id()),
                Words.constant(BotPlatform.class, row.platform()),
                Words.constant(RollupSpan.class, row.span()),
                row.startsAt(),
                row.agent(),
                row.slot(),
                figures,
                row.version());
    }
}
