package dev.atlas.application.mirror;

import dev.atlas.application.switching.WriteWaits;
import dev.atlas.domain.Id;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was begun on the stores, and how it stands or ended.
 *
 * @param code why it did not succeed; null if it did, or still may
 * @param detail the same for people
 * @param verification what was found; null unless it compared, and ended
 * @param waits how long writes waited; null unless it switched
 */
public record StorageOperation(
        Id<StorageOperation> id,
        StorageTask task,
        OperationState state,
        @Nullable String code,
        @Nullable String detail,
        @Nullable MirrorVerification verification,
        WriteWaits.@Nullable Summary waits,
        Instant begunAt,
        @Nullable Instant endedAt) {

    static StorageOperation running(Id<StorageOperation> id, StorageTask task, Instant now) {
        return new StorageOperation(id, task, OperationState.RUNNING, null, null, null, null, now, null);
    }

    StorageOperation verified(MirrorVerification found) {
        return new StorageOperation(id, task, OperationState.SUCCEEDED, null, null, found, null, begunAt, endedAt);
    }

    StorageOperation switched(WriteWaits.Summary waited) {
        return new StorageOperation(id, task, OperationState.SUCCEEDED, null, null, null, waited, begunAt, endedAt);
    }

    StorageOperation ended(OperationState end, String why, @Nullable String sentence) {
        return new StorageOperation(id, task, end, why, sentence, null, null, begunAt, endedAt);
    }

    StorageOperation at(Instant end) {
        return new StorageOperation(id, task, state, code, detail, verification, waits, begunAt, end);
    }
}
