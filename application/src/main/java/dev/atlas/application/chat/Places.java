package dev.atlas.application.chat;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The places of all calls that nodes are at. */
record Places(TurnLog turns, CallLog calls) {

    /** Few, so that no unit is long. */
    private static final int RENEWED_AT_ONCE = 20;

    /** Up to {@code limit} of each kind, the oldest first. */
    List<Place.Seen> oldest(int limit) {
        return Stream.concat(turns.pending(limit).stream(), calls.pending(limit).stream())
                .toList();
    }

    /** Lets others know that this node is at these. Those that came to their end meanwhile are left as they are. */
    void renew(Collection<Place> places) {
        inTurn(of(places, Place.OfAnswer.class).map(Place.OfAnswer::id).toList(), turns::renew);
        inTurn(of(places, Place.OfCall.class).map(Place.OfCall::id).toList(), calls::renew);
    }

    /**
     * Ends what was lost with its node, and records a call of which nobody knows what it took.
     *
     * @return false if its place is not as it was seen
     */
    boolean lose(Place.Seen seen) {
        return switch (seen.place()) {
            case Place.OfAnswer answer -> turns.lose(answer.id(), seen.version());
            case Place.OfCall call -> calls.lose(call.id(), seen.version());
        };
    }

    private static <P extends Place> Stream<P> of(Collection<Place> places, Class<P> kind) {
        return places.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static <T> void inTurn(List<T> all, Consumer<List<T>> renewal) {
        for (int from = 0; from < all.size(); from += RENEWED_AT_ONCE) {
            renewal.accept(all.subList(from, Math.min(all.size(), from + RENEWED_AT_ONCE)));
        }
    }
}
