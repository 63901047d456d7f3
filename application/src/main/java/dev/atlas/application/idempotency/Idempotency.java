package dev.atlas.application.idempotency;

import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.idempotency.IdempotencyRecord;
import dev.atlas.domain.idempotency.IdempotencyRecords;
import dev.atlas.domain.idempotency.RecordedAnswer;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does a request once, however often it is sent, and answers every time as it did the first time. Its record is committed
 * with what it does, so that a repetition after a lost answer finds both or neither. A refused request leaves no record: it
 * changed nothing, and may be accepted later.
 */
public final class Idempotency {

    private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);
    private static final String KEY = "Idempotency-Key";
    private static final int BETWEEN_SWEEPS = 64;
    private static final int SWEPT_AT_ONCE = 200;

    private final Foundation foundation;
    private final Set<String> inFlight = ConcurrentHashMap.newKeySet();
    private final AtomicLong done = new AtomicLong();

    public Idempotency(Foundation foundation) {
        this.foundation = foundation;
    }

    /**
     * Answers {@code request}: as before if it was done before, else by {@code useCase}, which does it in one unit of work
     * on this thread.
     *
     * @param answer the answer for what the unit of work returns; pure, as it runs within the unit
     * @return the answer, and a position at which all that was done is seen
     * @throws InvalidValue if another request was sent under the same key
     * @throws Refusal.WrongState {@code idempotency.in_flight} while the same request is being done
     */
    public <R> Committed<RecordedAnswer> once(
            RepeatableRequest request, Supplier<Committed<R>> useCase, Function<R, RecordedAnswer> answer) {
        if (!inFlight.add(request.id())) {
            throw inFlight();
        }
        try {
            Optional<Committed<RecordedAnswer>> before = recorded(request);
            return before.isPresent() ? before.get() : perform(request, useCase, answer);
        } finally {
            inFlight.remove(request.id());
        }
    }

    private <R> Committed<RecordedAnswer> perform(
            RepeatableRequest request, Supplier<Committed<R>> useCase, Function<R, RecordedAnswer> answer) {
        Recording<R> recording = new Recording<>(request, answer, foundation.now());
        try {
            Committed<R> committed =
                    ScopedValue.where(Recording.CURRENT, recording).call(useCase::get);
            sweepNowAndThen();
            return new Committed<>(recording.answer(), committed.position());
        } catch (StorageException | Refusal e) {
            return recordedAfter(e, request).orElseThrow(() -> lostRace(e) ? inFlight() : e);
        }
    }

    /** What failed here may have been done by another node, or in spite of a lost answer: then this is no failure. */
    private Optional<Committed<RecordedAnswer>> recordedAfter(RuntimeException failure, RepeatableRequest request) {
        try {
            return recorded(request);
        } catch (StorageException e) {
            failure.addSuppressed(e);
            return Optional.empty();
        }
    }

    private Optional<Committed<RecordedAnswer>> recorded(RepeatableRequest request) {
        Optional<IdempotencyRecord> found = foundation.storage().read(from -> from.idempotencyRecords()
                .find(request.id())
                .filter(record -> record.counts(foundation.now())));
        return found.map(record -> {
            if (!record.request().equals(request.content())) {
                throw new InvalidValue(KEY, "was sent with another request; choose a new key for each request");
            }
            return new Committed<>(record.answer(), foundation.storage().position());
        });
    }

    private static boolean lostRace(RuntimeException failure) {
        return failure instanceof Conflict conflict && conflict.rule().equals(IdempotencyRecords.ONE_PER_REQUEST);
    }

    private static Refusal inFlight() {
        return new Refusal.WrongState(
                "idempotency.in_flight", "The same request is being done; repeat it when that has ended.");
    }

    /** More records go at once than come between two sweeps. */
    private void sweepNowAndThen() {
        if (done.getAndIncrement() % BETWEEN_SWEEPS != 0) {
            return;
        }
        try {
            int swept = foundation
                    .storage()
                    .write(to -> {
                        IdempotencyRecords records = to.idempotencyRecords();
                        List<IdempotencyRecord> expired = records.expiredBefore(foundation.now(), SWEPT_AT_ONCE);
                        expired.forEach(record -> records.remove(record.id()));
                        return expired.size();
                    })
                    .value();
            LOG.debug("{} expired idempotency records are gone", swept);
        } catch (StorageException e) {
            LOG.warn("Expired idempotency records stay until the next sweep", e);
        }
    }
}
