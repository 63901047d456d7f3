package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Aggregates;

/** Every call of a model. Whoever adds one counts it in the {@link UsageRollups} in the same unit of work. */
public interface UsageRecords extends Aggregates<Id<UsageRecord>, UsageRecord> {

    /** Those that are wanted, newest first (by time, then id). */
    Slice<UsageRecord> list(UsageRecordFilter filter, Page page);
}
