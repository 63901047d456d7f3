package dev.atlas.api.storage;

import dev.atlas.api.http.View;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.domain.storage.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the mirror of the store stands.
 *
 * @param url where it is, without a password
 * @param recordsCopied of {@code records_total}, which is 0 while unknown
 * @param lagTransactions that are not seen in it yet, as far as they were counted
 * @param lagSeconds how long it has been behind
 * @param position of the store's change feed that it has reached
 * @param problem what is in the way
 */
@View
public record StoreMirrorView(
        String engine,
        String url,
        String phase,
        long recordsCopied,
        long recordsTotal,
        long lagTransactions,
        double lagSeconds,
        @Nullable String position,
        @Nullable String problem) {

    static StoreMirrorView of(MirrorStatus status, Instant now) {
        Position position = status.position();
        return new StoreMirrorView(
                status.engine(),
                status.url(),
                status.phase().word(),
                status.recordsCopied(),
                status.recordsTotal(),
                status.lagTransactions(),
                status.lag(now).toMillis() / 1_000.0,
                position == null ? null : position.text(),
                status.problem());
    }
}
