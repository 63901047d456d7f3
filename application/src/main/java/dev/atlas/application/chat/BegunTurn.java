package dev.atlas.application.chat;

import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatSession;
import java.util.function.Consumer;

/** A turn in which the owner's words are stored and nothing is answered yet. To be ended once. */
public interface BegunTurn {

    /** The chat it is in, which may have begun with it. */
    Id<ChatSession> session();

    /**
     * Has a model answer. If it ends before its time, what had arrived is stored all the same: as interrupted if {@code reader}
     * threw or it was abandoned, cancelled if it was cancelled, and failed if the model or the way to it failed.
     *
     * @param reader is given each piece of the answer on this thread; whatever it throws means that it has gone
     * @param cancellation used too when the answer is taken back by another request, on any node
     * @throws dev.atlas.application.Refusal.NotFound {@code chat_session.not_found} if the chat was removed meanwhile
     */
    Turn end(Consumer<ModelEvent> reader, Cancellation cancellation);
}
