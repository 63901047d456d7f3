package dev.atlas.api.storage;

import dev.atlas.api.http.View;
import dev.atlas.application.mirror.OperationState;
import dev.atlas.application.mirror.StorageOperation;
import dev.atlas.application.mirror.StorageTask;
import dev.atlas.application.switching.WriteWaits;
import dev.atlas.domain.Id;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A verification or a switch, and how it stands.
 *
 * @param code why it did not succeed; absent if it did, or still may
 * @param detail the same for people
 * @param verification what was found; absent unless it compared, and ended
 * @param writeWaitMs how long writes waited; absent unless it switched
 */
@View
public record StorageOperationView(
        Id<StorageOperation> id,
        StorageTask task,
        OperationState state,
        @Nullable String code,
        @Nullable String detail,
        @Nullable StoreVerificationView verification,
        @Nullable WriteWaitView writeWaitMs,
        Instant begunAt,
        @Nullable Instant endedAt) {

    /**
     * How long writes to this node waited while it switched.
     *
     * @param writes how many had to wait
     */
    @View
    public record WriteWaitView(int writes, double p50, double p99, double max) {

        private static final double NANOS = 1_000_000.0;

        static WriteWaitView of(WriteWaits.Summary waits) {
            return new WriteWaitView(waits.writes(), millis(waits.p50()), millis(waits.p99()), millis(waits.max()));
        }

        private static double millis(Duration time) {
            return time.toNanos() / NANOS;
        }
    }

    static StorageOperationView of(StorageOperation operation) {
        WriteWaits.Summary waits = operation.waits();
        return new StorageOperationView(
                operation.id(),
                operation.task(),
                operation.state(),
                operation.code(),
                operation.detail(),
                StoreVerificationView.of(operation.verification()),
                waits == null ? null : WriteWaitView.of(waits),
                operation.begunAt(),
                operation.endedAt());
    }
}
