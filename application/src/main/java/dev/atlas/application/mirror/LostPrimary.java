package dev.atlas.application.mirror;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import dev.atlas.domain.switching.Switch;
import dev.atlas.domain.switching.Switch.State;
import dev.atlas.domain.switching.Switches;
import java.time.Duration;
import java.util.Optional;

/**
 * A store that was the primary until its loss was accepted, and may be there again. It holds what nobody else does, so it is left
 * as it is, and takes no writes any more.
 *
 * @param found the store that may be it
 */
public record LostPrimary(Storage primary, Storage found) {

    /** The store was given up as lost. */
    static final String LOST = "storage.lost_primary";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Throws {@link WrongState} {@link #LOST} if it is that, and has it know that it is the primary no more. */
    void refuse() {
        Optional<Switch> forced = givenUp(primary, found);
        if (forced.isPresent() && !mirrors()) {
            fence(forced.get());
            throw new WrongState(
                    LOST,
                    "%s was the primary until its loss was accepted, and may hold what %s does not: atlas storage verify --from and --to tell the difference; then empty it, and it is filled anew."
                            .formatted(
                                    found.describe().url(), primary.describe().url()));
        }
    }

    /** True if {@code storage} knows that it was given up as lost. */
    public static boolean is(Storage storage) {
        return givenUp(storage, storage).isPresent();
    }

    /** What was switched to, but never took over, is a mirror still. */
    private boolean mirrors() {
        return found.read(repositories -> MirrorMarks.find(repositories.records()))
                .isPresent();
    }

    private void fence(Switch forced) {
        Term fenced = new Term(forced.epoch(), Role.DETACHED);
        if (found.renew().epoch() < fenced.epoch()) {
            found.enter(
                    fenced, PATIENCE, repositories -> repositories.switches().add(forced));
        }
    }

    private static Optional<Switch> givenUp(Storage teller, Storage lost) {
        return teller.read(repositories -> repositories.switches().newest(Switches.RECENT)).stream()
                .filter(entry -> entry.state() == State.FORCED
                        && entry.from().equals(lost.describe().store()))
                .findFirst();
    }
}
