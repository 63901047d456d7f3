package dev.atlas.domain.idempotency;

import dev.atlas.domain.storage.Aggregates;
import java.time.Instant;
import java.util.List;

/** The requests that were done and may come again. They belong to one store and never move to another. */
public interface IdempotencyRecords extends Aggregates<String, IdempotencyRecord> {

    /** The rule that is broken when the same request is done twice at once. */
    String ONE_PER_REQUEST = "idempotency_records_id";

    /** Up to {@code limit} that expire before {@code time}, the oldest first. */
    List<IdempotencyRecord> expiredBefore(Instant time, int limit);
}
