package dev.atlas.domain.idempotency;

import dev.atlas.domain.Instants;
import java.time.Duration;
import java.time.Instant;

/**
 * That a request was done, and how it was answered. It is written in the unit of work that does what was asked, so that
 * either both took place or neither.
 *
 * @param id digest of who asked, of the route, and of the key the client chose
 * @param request digest of what was asked under that key
 * @param expiresAt from here on the key is as good as new
 */
public record IdempotencyRecord(
        String id, String request, RecordedAnswer answer, Instant createdAt, Instant expiresAt, long version) {

    /** How long a request may be sent again. Source: decision on Idempotency-Key. */
    public static final Duration LIFE = Duration.ofHours(24);

    public IdempotencyRecord {
        createdAt = Instants.micros("created_at", createdAt);
        expiresAt = Instants.micros("expires_at", expiresAt);
    }

    /** That {@code request} was done now. */
    public static IdempotencyRecord of(String id, String request, RecordedAnswer answer, Instant now) {
        return new IdempotencyRecord(id, request, answer, now, now.plus(LIFE), 0);
    }

    /** True while the answer is repeated: until it expires. One from more than a day ahead was written by a clock gone wrong. */
    public boolean counts(Instant now) {
        return now.isBefore(expiresAt) && !now.plus(LIFE).isBefore(createdAt);
    }
}
