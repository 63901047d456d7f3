package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import java.util.Optional;

/** A turn that was taken before for the same request. What is stored of it answers it again; no model is asked twice. */
record TurnRepetition(ChatMessage said, ChatMessage answered) {

    /**
     * What became of it; empty if it was not taken yet.
     *
     * @throws InvalidValue if another request came under the same key
     * @throws Refusal.WrongState {@code turn.unanswered}, {@code turn.failed}
     */
    static Optional<TurnRepetition> find(Repositories from, Caller caller, TurnIds ids) {
        return from.chatMessages().find(ids.said()).map(said -> {
            ChatAccess.owned(from, caller, said.sessionId());
            if (!ids.said(said)) {
                throw new InvalidValue(
                        "Idempotency-Key", "was sent with another request; choose a new key for each request");
            }
            ChatMessage answered = from.chatMessages().find(ids.answered()).orElseThrow(TurnRepetition::unanswered);
            return switch (answered.entry().state()) {
                case COMPLETE -> new TurnRepetition(said, answered);
                case PENDING -> throw unanswered();
                case INTERRUPTED, CANCELLED, FAILED ->
                    throw new Refusal.WrongState(
                            "turn.failed",
                            "This was said already, and the answer failed: say it again with another key.");
            };
        });
    }

    /** As it is told again at this position, or any later one. */
    Turn at(Position position) {
        return new Turn(new Committed<>(said, position), new Committed<>(answered, position), null);
    }

    static Refusal unanswered() {
        return new Refusal.WrongState(
                "turn.unanswered",
                "This was said already, and is being answered; if its node has died, the chat tells so soon: look there.");
    }
}
