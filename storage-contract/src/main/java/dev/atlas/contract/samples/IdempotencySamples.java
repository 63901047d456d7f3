package dev.atlas.contract.samples;

import dev.atlas.domain.idempotency.IdempotencyRecord;
import dev.atlas.domain.idempotency.RecordedAnswer;
import dev.atlas.domain.storage.Repositories;
import java.util.List;

/** Requests that were done and may come again. */
public final class IdempotencySamples {

    public static final Port<String, IdempotencyRecord> IDEMPOTENCY_RECORDS = new Port<>(
            "idempotency_records",
            Repositories::idempotencyRecords,
            (samples, repositories) -> new IdempotencyRecord(
                    samples.word(),
                    samples.word(),
                    new RecordedAnswer(
                            samples.count(),
                            samples.maybe(samples::word),
                            samples.maybe(() -> "\"7\""),
                            samples.maybe(() -> samples.object().text())),
                    samples.instant(),
                    samples.instant(),
                    0),
            List.of());

    public static final List<Port<?, ?>> PORTS = List.of(IDEMPOTENCY_RECORDS);

    private IdempotencySamples() {}
}
