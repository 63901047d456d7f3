package dev.atlas.contract.model;

import dev.atlas.contract.samples.IdempotencySamples;
import dev.atlas.domain.idempotency.IdempotencyRecord;
import dev.atlas.domain.idempotency.IdempotencyRecords;
import dev.atlas.domain.storage.RecordKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class ModelIdempotencyRecords extends ModelAggregates<String, IdempotencyRecord> implements IdempotencyRecords {

    ModelIdempotencyRecords(Model model) {
        super(IdempotencySamples.IDEMPOTENCY_RECORDS, model);
    }

    @Override
    public List<IdempotencyRecord> expiredBefore(Instant time, int limit) {
        return where(record -> record.expiresAt().isBefore(time))
                .sorted(Comparator.comparing(IdempotencyRecord::expiresAt)
                        .thenComparing(record -> new RecordKey.OfText(record.id())))
                .limit(limit)
                .toList();
    }
}
