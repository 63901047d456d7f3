package dev.atlas.application.switching;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import dev.atlas.domain.switching.Switch;
import dev.atlas.domain.switching.Switches;
import java.util.List;
import java.util.Optional;

/**
 * What a store says of itself.
 *
 * @param journal its last switches. It is not relied on their order, as clocks jump; one at most is not done
 */
record View(Id<Storage> store, Term term, List<Switch> journal) {

    /** Looks, and has {@code storage} write in the term it is in by now. */
    static View of(Storage storage) {
        Term term = storage.renew();
        List<Switch> journal =
                storage.read(repositories -> repositories.switches().newest(Switches.RECENT));
        return new View(storage.describe().store(), term, journal);
    }

    boolean is(Role role) {
        return term.role() == role;
    }

    /** The switch away from it that is so far, if there is one. */
    Optional<Switch> away(Switch.State state) {
        return journal.stream()
                .filter(entry -> entry.from().equals(store) && entry.state() == state)
                .findFirst();
    }

    /** True if there was a switch to it from {@code other}. */
    boolean succeeded(View other) {
        return journal.stream().anyMatch(entry -> entry.from().equals(other.store));
    }

    /** True if {@code other} took part in one of its switches, or it never took part in any. */
    boolean mayFollow(View other) {
        return journal.isEmpty()
                || journal.stream()
                        .anyMatch(entry ->
                                entry.from().equals(other.store) || entry.to().equals(other.store));
    }
}
