package dev.atlas.contract.model;

import dev.atlas.contract.samples.UsageSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.usage.PendingCall;
import dev.atlas.domain.usage.PendingCalls;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

final class ModelPendingCalls extends ModelAggregates<Id<PendingCall>, PendingCall> implements PendingCalls {

    ModelPendingCalls(Model model) {
        super(UsageSamples.PENDING_CALLS, model);
    }

    @Override
    public List<PendingCall> oldest(int limit) {
        return where(call -> true)
                .sorted(Comparator.comparing(PendingCall::startedAt)
                        .thenComparing(call -> call.id().value(), Id::compare))
                .limit(limit)
                .toList();
    }

    @Override
    public List<PendingCall> among(Collection<Id<PendingCall>> ids) {
        return where(call -> ids.contains(call.id())).toList();
    }
}
