package dev.atlas.contract.model;

import dev.atlas.contract.samples.UsageSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.usage.RollupStretch;
import dev.atlas.domain.usage.UsageDimensions;
import dev.atlas.domain.usage.UsageFigures;
import dev.atlas.domain.usage.UsageFilter;
import dev.atlas.domain.usage.UsageGrouping;
import dev.atlas.domain.usage.UsageRollup;
import dev.atlas.domain.usage.UsageRollups;
import dev.atlas.domain.usage.UsageSum;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class ModelUsageRollups extends ModelAggregates<Id<UsageRollup>, UsageRollup> implements UsageRollups {

    private record Group(@Nullable Instant start, UsageDimensions of) {}

    private final Model model;

    ModelUsageRollups(Model model) {
        super(UsageSamples.ROLLUPS, model);
        this.model = model;
    }

    @Override
    public void count(Collection<UsageRollup> more) {
        Map<Id<UsageRollup>, UsageRollup> rows = model.rows(UsageSamples.ROLLUPS);
        more.forEach(each -> rows.merge(each.id(), each, UsageRollup::counting));
    }

    @Override
    public List<UsageSum> sums(RollupStretch stretch, UsageFilter filter, UsageGrouping by) {
        Map<Group, UsageFigures> sums = new HashMap<>();
        where(rollup -> rollup.scope() == stretch.scope()
                        && rollup.span() == stretch.span()
                        && !rollup.start().isBefore(stretch.from())
                        && rollup.start().isBefore(stretch.before())
                        && ModelUsageRecords.wanted(filter, rollup.of()))
                .forEach(rollup -> sums.merge(
                        new Group(
                                by == UsageGrouping.TIME ? rollup.start() : null,
                                rollup.of().by(by)),
                        rollup.figures(),
                        UsageFigures::plus));
        return sums.entrySet().stream()
                .map(each -> new UsageSum(each.getKey().start(), each.getKey().of(), each.getValue()))
                .toList();
    }
}
