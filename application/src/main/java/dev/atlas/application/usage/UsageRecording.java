package dev.atlas.application.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.PriceTable;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.domain.usage.UsageRollup;
import java.time.Instant;
import java.util.List;

/**
 * Recording what was used, within the unit of work of whoever used it, so that an answer and its cost are stored together or
 * not at all.
 */
public final class UsageRecording {

    private UsageRecording() {}

    /**
     * Prices a call by the prices of its time, once and for ever, and counts it in the statistics. What was recorded under this
     * id before is neither priced nor counted again.
     *
     * @param id made outside of the unit of work, as that may be run again
     * @param at when the call ended
     * @return as stored; its {@link UsageRecord#chatUsage} is what a message says of it
     */
    public static UsageRecord record(Repositories to, Id<UsageRecord> id, ModelCall call, Instant at) {
        return to.usageRecords().find(id).orElseGet(() -> add(to, List.of(priced(to, id, call, at)))
                .getFirst());
    }

    /** The same of a call that is priced already. */
    public static UsageRecord record(Repositories to, UsageRecord priced) {
        return to.usageRecords().find(priced.id()).orElseGet(() -> add(to, List.of(priced))
                .getFirst());
    }

    /** A call at the prices of its time, which is not recorded by this. */
    public static UsageRecord priced(Repositories from, Id<UsageRecord> id, ModelCall call, Instant at) {
        PriceTable prices = PriceTable.of(from.modelPrices().named(PriceTable.namesOf(call.model())));
        return UsageRecord.priced(id, call, prices, at);
    }

    /** Adds records as they are and counts them, such as those of another system; none of them may be there. */
    public static List<UsageRecord> add(Repositories to, List<UsageRecord> records) {
        List<UsageRecord> stored = records.stream().map(to.usageRecords()::add).toList();
        to.usageRollups().count(UsageRollup.of(stored));
        return stored;
    }
}
