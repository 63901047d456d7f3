package dev.atlas.persistence.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.usage.RollupScope;
import dev.atlas.domain.usage.RollupSpan;
import dev.atlas.domain.usage.UsageDimensions;
import dev.atlas.domain.usage.UsageFigures;
import dev.atlas.domain.usage.UsageRollup;
import dev.atlas.persistence.ExactCost;
import dev.atlas.persistence.RowMapper;
import dev.atlas.persistence.Values;
import jakarta.inject.Singleton;
import java.util.List;

/** By hand: nearly every column is a part of a part. */
@Singleton
final class UsageRollupRowMapper implements RowMapper<UsageRollup, UsageRollupRow> {

    @Override
    public UsageRollupRow toRow(UsageRollup rollup) {
        UsageDimensions of = rollup.of();
        UsageFigures figures = rollup.figures();
        ExactCost cost = ExactCost.of(figures.costUsd());
        return new UsageRollupRow(
                rollup.id().value(),
                Words.of(rollup.scope()),
                Words.of(rollup.span()),
                rollup.start(),
                Values.id(of.user()),
                Values.id(of.project()),
                of.agent(),
                of.provider(),
                of.model(),
                rollup.slot(),
                figures.calls(),
                figures.failed(),
                figures.cancelled(),
                figures.interrupted(),
                figures.promptTokens(),
                figures.completionTokens(),
                figures.reasoningTokens(),
                figures.totalTokens(),
                cost.usd(),
                cost.nano(),
                cost.atto(),
                figures.unpriced(),
                figures.durationMs(),
                figures.timed(),
                figures.firstTokenMs(),
                figures.began(),
                figures.speed(),
                figures.paced(),
                rollup.version());
    }

    @Override
    public UsageRollup toDomain(UsageRollupRow row) {
        UsageFigures figures = FigureColumns.figures(List.of(
                row.calls(),
                row.failed(),
                row.cancelled(),
                row.interrupted(),
                row.promptTokens(),
                row.completionTokens(),
                row.reasoningTokens(),
                row.totalTokens(),
                row.costUsd(),
                row.costNano(),
                row.costAtto(),
                row.unpriced(),
                row.durationMs(),
                row.timed(),
                row.firstTokenMs(),
                row.began(),
                row.speed(),
                row.paced()));
        return new UsageRollup(
                new Id<>(row.id()),
                Words.constant(RollupScope.class, row.scope()),
                Words.constant(RollupSpan.class, row.span()),
                row.startsAt(),
                new UsageDimensions(
                        Values.id(row.userId()), Values.id(row.projectId()), row.agent(), row.provider(), row.model()),
                row.slot(),
                figures,
                row.version());
    }
}
