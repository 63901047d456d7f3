package dev.atlas.application.switching;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import dev.atlas.domain.switching.Switch;
import dev.atlas.domain.switching.Switch.State;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What two stores say together on which of them is the primary. */
sealed interface Standing {

    /** This one is. */
    record Settled(Id<Storage> primary, Term term) implements Standing {}

    /** A switch has fenced the primary and can still be taken back. Perhaps somebody is at it. */
    record Draining(Switch entry) implements Standing {}

    /** A switch is past its point of no return, and what is left of it can be done. */
    record HandedOver(Switch entry) implements Standing {}

    /** None of them is, as far as can be seen: the primary is elsewhere, or the mirror of a handed-over one is out of reach. */
    record Unsettled() implements Standing {}

    /** @param other null if there is none, or it is out of reach */
    static Standing of(View one, @Nullable View other) {
        List<View> views = other == null ? List.of(one) : List.of(one, other);
        return handedOver(views)
                .or(() -> primary(one, other))
                .or(() -> draining(views))
                .orElseGet(Unsettled::new);
    }

    private static Optional<Standing> primary(View one, @Nullable View other) {
        if (other != null && other.is(Role.PRIMARY) && leads(other, one)) {
            return Optional.of(new Settled(other.store(), other.term()));
        }
        return one.is(Role.PRIMARY) ? Optional.of(new Settled(one.store(), one.term())) : Optional.empty();
    }

    /** Where both say that they are the primary, the second is if it was switched to from the first, which slept through it. */
    private static boolean leads(View other, View one) {
        return one.is(Role.PRIMARY)
                ? other.succeeded(one) && other.term().epoch() > one.term().epoch()
                : one.mayFollow(other);
    }

    private static Optional<Standing> draining(List<View> views) {
        return views.stream()
                .filter(each -> each.is(Role.FENCED))
                .flatMap(each -> each.away(State.DRAINING).stream())
                .<Standing>map(Draining::new)
                .findFirst();
    }

    private static Optional<Standing> handedOver(List<View> views) {
        return views.stream()
                .filter(each -> each.is(Role.MIRROR))
                .flatMap(each -> each.away(State.HANDED_OVER).stream())
                .filter(entry -> views.stream().anyMatch(each -> succeeds(each, entry)))
                .<Standing>map(HandedOver::new)
                .findFirst();
    }

    /** True if it is to become the primary by this switch, or has. */
    private static boolean succeeds(View mirror, Switch handedOver) {
        return mirror.store().equals(handedOver.to())
                && (mirror.term().equals(handedOver.mirroring())
                        || mirror.term().equals(handedOver.serving()));
    }
}
