package dev.atlas.application.chat;

import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.usage.PendingCall;

/** Where it is stored that some node is at a call, before anything comes of it. */
sealed interface Place {

    /** Among the messages of a chat, where the answer will be. */
    record OfAnswer(Id<ChatMessage> id) implements Place {}

    /** By itself, of what has no chat. */
    record OfCall(Id<PendingCall> id) implements Place {}

    /** One that was seen with this version. */
    record Seen(Place place, long version) {}
}
