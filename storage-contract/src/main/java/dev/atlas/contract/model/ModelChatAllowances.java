package dev.atlas.contract.model;

import dev.atlas.contract.samples.ChatSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatAllowance;
import dev.atlas.domain.chat.ChatAllowances;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class ModelChatAllowances extends ModelAggregates<Id<User>, ChatAllowance> implements ChatAllowances {

    ModelChatAllowances(Model model) {
        super(ChatSamples.ALLOWANCES, model);
    }

    @Override
    public List<ChatAllowance> usedBefore(Instant time, int limit) {
        return where(each -> each.minute().isBefore(time))
                .sorted(Comparator.comparing(ChatAllowance::minute)
                        .thenComparing(each -> each.user().value(), Id::compare))
                .limit(limit)
                .toList();
    }
}
