package dev.atlas.contract.model;

import dev.atlas.contract.samples.SwitchSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.switching.Switch;
import dev.atlas.domain.switching.Switches;
import java.util.Comparator;
import java.util.List;

final class ModelSwitches extends ModelAggregates<Id<Switch>, Switch> implements Switches {

    ModelSwitches(Model model) {
        super(SwitchSamples.SWITCHES, model);
    }

    @Override
    public List<Switch> newest(int limit) {
        return where(each -> true)
                .sorted(Comparator.comparing(Switch::begunAt)
                        .thenComparing(each -> each.id().value(), Id::compare)
                        .reversed())
                .limit(limit)
                .toList();
    }
}
