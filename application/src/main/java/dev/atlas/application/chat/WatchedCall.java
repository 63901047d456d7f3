package dev.atlas.application.chat;

import dev.atlas.application.providers.Cancellation;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.identity.User;
import org.jspecify.annotations.Nullable;

/** Something that this node is at, for as long as it is open; no two are the same. */
final class WatchedCall {

    private final Id<User> user;
    private final @Nullable Id<ChatMessage> answer;
    private final Cancellation cancellation;

    /** @param answer absent if nothing is stored of it but what it took */
    WatchedCall(Id<User> user, @Nullable Id<ChatMessage> answer, Cancellation cancellation) {
        this.user = user;
        this.answer = answer;
        this.cancellation = cancellation;
    }

    /** For whom. */
    Id<User> user() {
        return user;
    }

    @Nullable
    Id<ChatMessage> answer() {
        return answer;
    }

    Cancellation cancellation() {
        return cancellation;
    }
}
