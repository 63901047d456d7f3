package dev.atlas.application.bots.inbox;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.bots.LinkedUser;
import dev.atlas.application.chat.BegunTurn;
import dev.atlas.application.chat.ChatTurns;
import dev.atlas.application.chat.Turn;
import dev.atlas.application.chat.TurnRequest;
import dev.atlas.application.idempotency.RepeatableRequest;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.agents.Agent;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.chat.ToolCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has agents answer what linked users say, each update once however often it is tried. */
record BotTurns(ChatTurns turns) {

    /** After which a turn that is being answered, or whose node has died, is looked at again. */
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private static final Set<String> NO_CHAT = Set.of("chat_session.not_found", "chat_session.archived");

    /**
     * Asks the agent of this conversation.
     *
     * @param text without a mention
     * @throws PutOff if another node is at it, or has died at it
     */
    Answer ask(BotUpdate update, LinkedUser who, BotConversation conversation, String text) {
        Caller caller = who.caller(new Caller.Origin(
                update.id().toString(), null, "bot/" + Words.of(update.inbound().platform())));
        try {
            return in(conversation.sessionId(), update, caller, conversation, text);
        } catch (Refusal refused) {
            if (conversation.sessionId() != null && NO_CHAT.contains(refused.code())) {
                return refused(() -> in(null, update, caller, conversation, text), conversation);
            }
            return refused(
                    () -> {
                        throw refused;
                    },
                    conversation);
        }
    }

    private static Answer refused(Supplier<Answer> asking, BotConversation conversation) {
        try {
            return asking.get();
        } catch (Refusal refused) {
            if (refused.code().equals("turn.unanswered")) {
                throw new PutOff(PAUSE);
            }
            String why = refused.code().equals("turn.failed")
                    ? "The answer was interrupted. Say it again, please."
                    : Objects.requireNonNull(refused.getMessage());
            return Answer.failed(why, conversation, refused.code());
        }
    }

    private Answer in(
            @Nullable Id<ChatSession> session,
            BotUpdate update,
            Caller caller,
            BotConversation conversation,
            String text) {
        String agent = conversation.agent() == null ? Agent.USUAL.id() : conversation.agent();
        TurnRequest request = new TurnRequest(session, text, null, null, null, null, null, agent, null, null);
        RepeatableRequest repeatable =
                RepeatableRequest.of(caller, "bots", update.id().toString(), "", text.getBytes(StandardCharsets.UTF_8));
        long begun = System.nanoTime();
        BegunTurn turn = turns.begin(caller, request, repeatable);
        Turn done = turn.end(piece -> {}, new Cancellation());
        long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return answer(done, turn.session(), conversation, agent, took);
    }

    private static Answer answer(
            Turn done, Id<ChatSession> session, BotConversation conversation, String agent, long took) {
        ChatEntry entry = done.answered().value().entry();
        String error = done.problem() != null
                ? done.problem().code()
                : entry.state() == MessageState.COMPLETE ? null : "turn." + Words.of(entry.state());
        String why = done.problem() != null
                ? done.problem().message()
                : error == null ? "" : "The answer was broken off. Say it again, please.";
        String text = (entry.content() + (why.isEmpty() ? "" : "\n\n_" + why + "_")).strip();
        return new Answer(text, conversation, agent, session, used(entry.toolCalls()), entry.usage(), took, error);
    }

    private static Json.Arr used(List<ToolCall> calls) {
        return new Json.Arr(calls.stream()
                .<Json>map(call -> {
                    SequencedMap<String, Json> members = new LinkedHashMap<>();
                    members.put("name", new Json.Str(call.name()));
                    members.put("status", new Json.Str(Words.of(call.status())));
                    return new Json.Obj(members);
                })
                .toList());
    }
}
