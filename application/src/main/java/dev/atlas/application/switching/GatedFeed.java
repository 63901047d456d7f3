package dev.atlas.application.switching;

import dev.atlas.domain.storage.Advance;
import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Stretch;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The feed of the store that serves, whichever that is at the time. A position of one store says nothing in the other: after
 * a switch the feed answers that it does not reach back to it.
 *
 * @param serving is asked with every call
 */
record GatedFeed(Supplier<Storage> serving) implements ChangeFeed {

    @Override
    public Position position() {
        return ask(ChangeFeed::position);
    }

    @Override
    public Changes read(Position after, int limit, Duration patience) {
        return ask(feed -> feed.read(after, limit, patience));
    }

    @Override
    public Advance advance(Position after, @Nullable Stretch stretch, int most) {
        return ask(feed -> feed.advance(after, stretch, most));
    }

    /** What a store answered that has been switched away from meanwhile is asked again where the primary is. */
    private <R> R ask(Function<ChangeFeed, R> question) {
        while (true) {
            Storage asked = serving.get();
            R answer = question.apply(asked.changes());
            if (serving.get() == asked) {
                return answer;
            }
        }
    }
}
