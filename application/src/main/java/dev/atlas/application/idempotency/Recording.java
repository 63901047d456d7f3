package dev.atlas.application.idempotency;

import dev.atlas.domain.idempotency.IdempotencyRecord;
import dev.atlas.domain.idempotency.IdempotencyRecords;
import dev.atlas.domain.idempotency.RecordedAnswer;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The answer to the request this thread is at, on its way into the one unit of work that does what the request asks. */
final class Recording<R> {

    /** Bound while a use case runs for a request that may come again. */
    static final ScopedValue<Recording<?>> CURRENT = ScopedValue.newInstance();

    private final RepeatableRequest request;
    private final Function<R, RecordedAnswer> answering;
    private final Instant now;
    private @Nullable RecordedAnswer answer;
    private boolean committed;

    Recording(RepeatableRequest request, Function<R, RecordedAnswer> answering, Instant now) {
        this.request = request;
        this.answering = answering;
        this.now = now;
    }

    /** Adds the record to the unit of work that left {@code value}; anew if the unit is run again. */
    @SuppressWarnings(
            "unchecked") // the use case hands on what its unit of work returns; the tests of every route see it
    void record(Repositories repositories, @Nullable Object value) {
        if (committed) {
            throw new IllegalStateException("a request that may come again is done in one unit of work");
        }
        RecordedAnswer recorded = answering.apply((R) value);
        IdempotencyRecords records = repositories.idempotencyRecords();
        records.find(request.id())
                .filter(former -> !former.counts(now))
                .ifPresent(former -> records.remove(former.id()));
        records.add(IdempotencyRecord.of(request.id(), request.content(), recorded, now));
        answer = recorded;
    }

    void committed() {
        committed = true;
    }

    /** What was recorded. */
    RecordedAnswer answer() {
        return Objects.requireNonNull(answer, "a request that may come again is done in one unit of work");
    }
}
