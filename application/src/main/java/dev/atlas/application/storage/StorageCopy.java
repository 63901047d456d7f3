package dev.atlas.application.storage;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.application.storage.MovingEvent.Warned;
import dev.atlas.application.storage.Verification.Side;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies everything that moves from one store into another and proves the copy.
 *
 * <p>The source is read in one state, so it may be in use: what is written after the copy has begun is not in it, and the
 * proof is about that state. Every transaction on the target also writes a mark of how far the copy is; a run that was
 * killed is continued by the next one, which reads the source anew, compares what is there already, repairs what has
 * changed since, and goes on. A target that holds anything this source did not put there is refused and left as it is.
 *
 * <p>Reading in one state has the bound the engine sets: a MongoDB server ends a transaction after
 * {@code transactionLifetimeLimitSeconds}, 60 unless changed. Then the copy ends with {@link StorageException.Unavailable},
 * unproven; what was copied stays for the next run.
 */
public record StorageCopy(Clock clock) {

    private static final String KEYS =
            "Keys in files do not travel: whoever opens the target needs the same ATLAS_SECRET_KEY or key file.";

    /**
     * Says what a copy would do, having read all of the source and changed nothing.
     *
     * @param target null if nothing is there yet
     * @throws WrongState if the copy would be refused
     */
    public CopyOutcome dryRun(Storage source, @Nullable Storage target, MovingListener listener) {
        List<Kind> kinds = StoreContents.movingKinds(source);
        Optional<CopyMark> mark = target == null
                ? Optional.empty()
                : new TargetCheck(target, kinds).run(Origin.of(source.describe()), listener);
        CopyPlan plan = plan(source, kinds, mark);
        listener.on(new Warned(KEYS));
        Progress progress =
                new Progress(listener, Phase.CHECKING, plan.contents().records());
        try (SoundReading reading = SoundReading.of(source, kinds)) {
            for (Page page = reading.next(); page != null; page = reading.next()) {
                progress.advance(page.kind(), page.records().size());
            }
        }
        return new CopyOutcome(plan, null);
    }

    /**
     * Copies and compares.
     *
     * @return with a verification that may have found differences, if somebody else writes to the target
     * @throws WrongState if the copy is refused; nothing was changed. Or if the source holds damaged records; what was
     *     copied before the first of them stays for the next run
     * @throws StorageException if a store fails on the way; the next run goes on from there
     */
    public CopyOutcome run(Storage source, Storage target, MovingListener listener) {
        Origin origin = Origin.of(source.describe());
        List<Kind> kinds = StoreContents.movingKinds(source);
        Optional<CopyMark> found = new TargetCheck(target, kinds).run(origin, listener);
        Transfer transfer = new Transfer(origin, () -> SoundReading.of(source, kinds), target, kinds, clock);
        CopyMark mark = transfer.begin(found);
        CopyPlan plan = plan(source, kinds, found);
        listener.on(new Warned(KEYS));
        Side side = StorageVerification.side(source);
        Verification proof = transfer.run(mark, side, plan.contents(), listener);
        return new CopyOutcome(
                plan, proof.equal() ? proof : new StorageVerification(clock).run(source, target, listener));
    }

    private static CopyPlan plan(Storage source, List<Kind> kinds, Optional<CopyMark> mark) {
        return new CopyPlan(
                StoreContents.of(source, kinds), mark.map(Transfer::present).orElse(0L));
    }
}
