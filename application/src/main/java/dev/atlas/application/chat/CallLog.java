package dev.atlas.application.chat;

import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.usage.UsageRecording;
import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.PendingCall;
import dev.atlas.domain.usage.UsageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How calls are kept that belong to no chat: that they were begun, and then what they took. */
record CallLog(Foundation foundation) {

    /**
     * Counts a call as asked for and stores that this node is at it.
     *
     * @throws Refusal.TooMany as {@link Allowance#ask} does
     */
    void begin(PendingCall call, Allowance allowance) {
        Allowance.written(foundation.storage(), to -> {
            allowance.ask(to, call.startedAt());
            return to.pendingCalls().add(call);
        });
    }

    /** Stores what it took. That of a call which was taken for lost stays as it was recorded then. */
    UsageRecord end(Id<PendingCall> id, ModelCall call, Allowance allowance, Instant now) {
        return Allowance.written(foundation.storage(), to -> {
                    if (to.pendingCalls().remove(id)) {
                        allowance.took(to, call.tokens().total(), now);
                    }
                    return UsageRecording.record(to, new Id<>(id.value()), call, now);
                })
                .value();
    }

    List<Place.Seen> pending(int limit) {
        return foundation
                .storage()
                .read((Repositories from) -> from.pendingCalls().oldest(limit))
                .stream()
                .map(call -> new Place.Seen(new Place.OfCall(call.id()), call.version()))
                .toList();
    }

    void renew(List<Id<PendingCall>> calls) {
        foundation.storage().write(to -> to.pendingCalls().among(calls).stream()
                .map(to.pendingCalls()::replace)
                .toList());
    }

    /** As {@link Places#lose}. */
    boolean lose(Id<PendingCall> id, long version) {
        Instant now = foundation.now();
        return foundation
                .storage()
                .write(to -> {
                    Optional<PendingCall> seen = to.pendingCalls().find(id).filter(found -> found.version() == version);
                    seen.ifPresent(call -> {
                        to.pendingCalls().remove(id);
                        UsageRecording.record(to, call.recordId(), LostCall.of(call), now);
                    });
                    return seen.isPresent();
                })
                .value();
    }
}
