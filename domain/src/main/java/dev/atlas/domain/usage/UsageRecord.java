package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.chat.ChatUsage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model and what it cost: one for each, those that failed and were cancelled too. It stays as it was written.
 *
 * @param charge absent if the model had no price at that time, or nobody knows how much it answered
 * @param createdAt when the call ended
 */
public record UsageRecord(
        Id<UsageRecord> id, ModelCall call, @Nullable Charge charge, Instant createdAt, long version) {

    public UsageRecord {
        createdAt = Instants.micros("created_at", createdAt);
    }

    /** A call at the price of that time. */
    public static UsageRecord priced(Id<UsageRecord> id, ModelCall call, PriceTable prices, Instant at) {
        Charge charge = prices.find(call.provider(), call.model(), at)
                .filter(found -> call.counted())
                .map(found -> Charge.of(call.tokens(), found))
                .orElse(null);
        return new UsageRecord(id, call, charge, at, 0);
    }

    /** The same figures as a message has them. */
    public ChatUsage chatUsage() {
        TokenCounts tokens = call.tokens();
        return new ChatUsage(tokens.prompt(), tokens.output(), charge == null ? null : charge.costUsd());
    }
}
