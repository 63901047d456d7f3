package dev.atlas.application.chat;

import dev.atlas.application.providers.Cancellation;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.identity.User;
import org.jspecify.annotations.Nullable;

/** Something that this node is at, for as long as it is open; no two are the same. */
final class WatchedCall {

    private final Id<User> user;
    private final Place place;
    private final Cancellation cancellation;

    WatchedCall(Id<User> user, Place place, Cancellation cancellation) {
        this.user = user;
        this.place = place;
        this.cancellation = cancellation;
    }

    /** For whom. */
    Id<User> user() {
        return user;
    }

    Place place() {
        return place;
    }

    /** Absent if it belongs to no chat. */
    @Nullable
    Id<ChatMessage> answer() {
        return place instanceof Place.OfAnswer(Id<ChatMessage> id) ? id : null;
    }

    Cancellation cancellation() {
        return cancellation;
    }
}
