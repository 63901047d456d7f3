package dev.atlas.application.mirror;

import dev.atlas.application.mirror.MirrorMark.State;
import dev.atlas.application.storage.Origin;
import dev.atlas.application.storage.StoreContents;
import dev.atlas.domain.Instants;
import dev.atlas.domain.storage.Advance.StartOver;
import dev.atlas.domain.storage.Advance.Step;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.domain.storage.Stretch;
import dev.atlas.domain.storage.StretchRecords;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one mirror on, step by step. Each step is one look at the primary and one unit of work of the mirror, which holds a
 * state of the primary after it, as far as it goes. After an error a new one goes on where the mirror's mark says. For one
 * thread.
 */
final class Mirroring {

    /** Records taken over at once; a mirror that is further behind is copied anew. */
    static final int MOST = 50_000;

    private static final Logger LOG = LoggerFactory.getLogger(Mirroring.class);
    private static final int ERASED_AT_ONCE = 1_000;

    /** Transactions that are a loss worth noting before they are taken over, should that never come to its end. */
    private static final int NOTED = 100;

    /** How old the mark may get while there is nothing to take over. */
    private static final Duration MARK_AGE = Duration.ofSeconds(5);

    /** How long to wait for writes that are under way in a store that is about to be a mirror. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Storage primary;
    private final Storage mirror;
    private final Clock clock;
    private final List<Kind> kinds;
    private final MirrorWriter writer;
    private MirrorMark mark;
    private Position reached;

    /**
     * Goes on where the mirror stands, or begins with an empty one.
     *
     * @throws dev.atlas.application.Refusal.WrongState as {@link LostPrimary} and {@link MirrorCheck} do
     */
    Mirroring(Storage primary, Storage mirror, Clock clock) {
        this.primary = primary;
        this.mirror = mirror;
        this.clock = clock;
        this.kinds = StoreContents.movingKinds(primary);
        this.writer = new MirrorWriter(mirror, kinds);
        new LostPrimary(primary, mirror).refuse();
        Optional<MirrorMark> found = new MirrorCheck(primary, mirror, kinds).run();
        Term term = primary.term().in(Role.MIRROR);
        if (!mirror.term().equals(term)) {
            mirror.enter(term, PATIENCE, repositories -> true);
        }
        this.mark = found.orElseGet(this::begin);
        if (mark.state() == State.DETACHED) {
            put(mark.in(State.FOLLOWING, null, null, 0));
        }
        this.reached = mark.position();
    }

    private MirrorMark begin() {
        MirrorMark empty = MirrorMark.first(
                Origin.of(primary.describe()), State.COPYING, primary.changes().position(), now());
        MirrorMark beginning = new Territory(kinds, empty).beginning();
        writer.write(null, beginning, records -> {});
        return beginning;
    }

    MirrorMark mark() {
        return mark;
    }

    /** Up to where the primary's feed is taken over. */
    Position reached() {
        return reached;
    }

    /**
     * What a step did.
     *
     * @param records taken over, copied, compared or erased
     * @param transactions of the primary that were taken over
     * @param waiting true if there is nothing to do before the primary has got on
     */
    record Done(long records, long transactions, boolean waiting) {}

    /**
     * Takes one step.
     *
     * @param rows to copy, or to compare
     * @param pass what is compared, provided that everything is copied; null for nothing
     */
    Done step(int rows, @Nullable VerificationPass pass) {
        if (mark.state() == State.ERASING) {
            return new Done(erase(), 0, false);
        }
        Territory territory = new Territory(kinds, mark);
        Stretch next = territory.growing() || pass == null ? territory.next(rows) : pass.next(rows);
        return switch (primary.changes().advance(reached, next, MOST)) {
            case StartOver over -> {
                startOver("the primary's change feed says " + over.reason());
                yield new Done(0, 0, false);
            }
            case Step step -> take(territory, step, pass);
        };
    }

    private Done take(Territory territory, Step step, @Nullable VerificationPass pass) {
        StretchRecords found = step.found();
        boolean further = step.position().compareTo(reached) > 0;
        if (!takeOver(territory, step)) {
            return new Done(0, 0, false);
        }
        if (found == null) {
            return new Done(step.records(), step.transactions(), step.records() == 0 || !further);
        }
        if (!territory.growing() && pass != null) {
            pass.compare(found, mirror);
        }
        return new Done(step.records() + found.records().size(), step.transactions(), false);
    }

    /** False if that is not possible, so that the mirror is copied anew. */
    private boolean takeOver(Territory territory, Step step) {
        if (step.transactions() >= NOTED) {
            put(mark.behind(step.transactions(), now()));
        }
        StretchRecords grown = territory.growing() ? step.found() : null;
        MirrorMark after = (grown == null ? mark : territory.with(grown)).at(step.position(), now());
        if (grown != null || step.records() > 0) {
            try {
                writer.take(mark, after, grown == null ? step.alone() : step);
                mark = after;
            } catch (Conflict e) {
                startOver("what it holds stands in the way (" + e.rule() + ")");
                return false;
            }
        } else if (mark.updatedAt().plus(MARK_AGE).isBefore(after.updatedAt())) {
            put(after);
        }
        reached = step.position();
        return true;
    }

    private void startOver(String reason) {
        put(mark.in(State.ERASING, null, null, -mark.records()));
        LOG.warn("The mirror {} is copied anew: {}", mirror.describe().url(), reason);
    }

    /** Removes some records, children first; when there are none left, copying begins again. */
    private long erase() {
        for (Kind kind : kinds.reversed()) {
            List<RecordKey> keys =
                    mirror.read(repositories -> repositories.records().scan(kind, null, ERASED_AT_ONCE)).stream()
                            .map(StoredRecord::key)
                            .toList();
            if (!keys.isEmpty()) {
                MirrorMark after = mark.at(mark.position(), now());
                writer.write(mark, after, records -> records.erase(kind, keys));
                mark = after;
                return keys.size();
            }
        }
        Position start = primary.changes().position();
        put(new Territory(kinds, mark.at(start, now())).beginning());
        reached = start;
        return 1;
    }

    /** Notes what a comparison found. */
    void verified(MirrorVerification verification) {
        put(mark.with(verification));
    }

    /** A comparison of everything, from its beginning. */
    VerificationPass newPass() {
        return new VerificationPass(kinds);
    }

    /** Has a mirror say that it follows no more. One that does not hold everything stays what it is. */
    static void detach(Storage mirror, Clock clock) {
        Instant now = Instants.now(clock);
        mirror.read(repositories -> MirrorMarks.find(repositories.records()))
                .filter(mark -> mark.state() == State.FOLLOWING)
                .map(mark -> mark.at(mark.position(), now).in(State.DETACHED, null, null, 0))
                .ifPresent(mark -> mirror.enter(mirror.term().in(Role.DETACHED), PATIENCE, repositories -> {
                    MirrorMarks.put(repositories.records(), mark);
                    return true;
                }));
    }

    private void put(MirrorMark after) {
        writer.write(mark, after, records -> {});
        mark = after;
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
