package dev.atlas.contract.model;

import dev.atlas.contract.samples.BotInboxSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotFigures;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.BotRollup;
import dev.atlas.domain.bots.BotRollups;
import dev.atlas.domain.bots.BotSum;
import dev.atlas.domain.usage.RollupSpan;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class ModelBotRollups extends ModelAggregates<Id<BotRollup>, BotRollup> implements BotRollups {

    private record Group(BotPlatform platform, @Nullable String agent) {}

    private final Model model;

    ModelBotRollups(Model model) {
        super(BotInboxSamples.ROLLUPS, model);
        this.model = model;
    }

    @Override
    public void count(Collection<BotRollup> more) {
        Map<Id<BotRollup>, BotRollup> rows = model.rows(BotInboxSamples.ROLLUPS);
        more.forEach(each -> rows.merge(each.id(), each, BotRollup::counting));
    }

    @Override
    public List<BotSum> sums(RollupSpan span, Instant from, Instant before, @Nullable BotPlatform platform) {
        Map<Group, BotFigures> sums = new HashMap<>();
        where(rollup -> rollup.span() == span
                        && !rollup.start().isBefore(from)
                        && rollup.start().isBefore(before)
                        && (platform == null || rollup.platform() == platform))
                .forEach(rollup ->
                        sums.merge(new Group(rollup.platform(), rollup.agent()), rollup.figures(), BotFigures::plus));
        return sums.entrySet().stream()
                .map(each -> new BotSum(each.getKey().platform(), each.getKey().agent(), each.getValue()))
                .toList();
    }
}
