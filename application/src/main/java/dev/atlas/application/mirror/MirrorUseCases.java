package dev.atlas.application.mirror;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal.NotFound;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.identity.StorageAudit;
import dev.atlas.application.switching.StoragePair;
import dev.atlas.application.switching.SwitchListener;
import dev.atlas.application.switching.WriteWaits;
import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The mirror of the store that this process serves from, if it has one. Safe for any number of threads. */
public final class MirrorUseCases implements MirrorReading, AutoCloseable {

    private final Foundation foundation;
    private final @Nullable ServedPair pair;
    private final StorageAudit audit;
    private final StorageOperations operations;

    /** @param pair null if this process serves from one store alone */
    public MirrorUseCases(Foundation foundation, @Nullable ServedPair pair) {
        this.foundation = foundation;
        this.pair = pair;
        this.audit = new StorageAudit(foundation);
        this.operations = new StorageOperations(foundation);
    }

    @Override
    public Optional<MirrorStatus> status() {
        return Optional.ofNullable(pair).flatMap(ServedPair::status);
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        ServedPair served = pair;
        if (served == null) {
            throw new StorageException.Unavailable("there is no mirror", null);
        }
        return served.readMirror(work);
    }

    /** For how long the mirror has been behind; zero if there is none. */
    public Duration lag() {
        return status().map(status -> status.lag(foundation.now())).orElse(Duration.ZERO);
    }

    /** Begins to compare all of the mirror with the primary. */
    public Committed<StorageOperation> verify(Caller caller) {
        ServedPair present = required();
        return operations.begin(
                StorageTask.VERIFICATION,
                () -> audit.asked(caller, "storage.verification_begun"),
                (begun, watcher) -> begun.verified(present.verify(watcher)));
    }

    /** Begins to switch to the mirror, once that was compared. */
    public Committed<StorageOperation> switchOver(Caller caller) {
        ServedPair present = required();
        return operations.begin(
                StorageTask.SWITCH,
                () -> audit.asked(caller, "storage.switch_begun"),
                (begun, watcher) -> begun.switched(switchOver(present, caller, watcher)));
    }

    private WriteWaits.Summary switchOver(ServedPair present, Caller caller, Consumer<MirrorStatus> watcher) {
        String from = present.primaryPlace().toString();
        WriteWaits.Summary waited = present.switchOver(watcher, SwitchListener.SILENT);
        audit.switched(caller, from, present.primaryPlace().toString());
        return waited;
    }

    /** One that this process has begun. Throws {@link NotFound} if it does not know it (any more). */
    public StorageOperation operation(Id<StorageOperation> id) {
        return operations
                .find(id)
                .orElseThrow(() -> new NotFound(
                        "storage.operation_not_found", "This node has begun no such operation since it started."));
    }

    /** Has the store mirrored again after {@link #detach}. Does nothing if it is. */
    public Committed<Boolean> attach(Caller caller) {
        ServedPair present = required();
        Committed<Boolean> noted = audit.asked(caller, "storage.mirror_attached");
        present.attach();
        return noted;
    }

    /**
     * Ends mirroring until {@link #attach}, or until the process starts again. The mirror keeps its data.
     *
     * @throws WrongState if another node mirrors
     */
    public Committed<Boolean> detach(Caller caller) {
        ServedPair present = required();
        present.detach();
        return audit.asked(caller, "storage.mirror_detached");
    }

    private ServedPair required() {
        if (pair == null) {
            throw new WrongState(
                    StoragePair.NO_PAIR,
                    "This node serves from one store alone: set ATLAS_STORAGE_MIRROR and start again.");
        }
        return pair;
    }

    /** Ends an operation that goes on; the mirror belongs to whoever made the pair. */
    @Override
    public void close() {
        operations.close();
    }
}
