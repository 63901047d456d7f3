package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ToolRequest;
import dev.atlas.application.tools.ToolResult;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ToolCall;
import dev.atlas.domain.chat.ToolCallStatus;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Approving of what models want done that changes or removes what people made. Each call is decided once, on whichever node: what
 * was decided is stored before the tool is called, so a tool is called at most once, also if its node dies meanwhile; then nobody
 * can say what came of it, and {@link LostTurns} tells so.
 */
public final class ToolApprovals {

    /**
     * What was decided.
     *
     * @param message the answer that waited, with what came of the call
     * @param next the turn that goes on, to be ended; empty while other calls of the answer wait
     */
    public record Decided(Committed<ChatMessage> message, Optional<BegunTurn> next) {}

    private final Foundation foundation;
    private final TurnWatch watch;
    private final Persistence persistence;
    private final ChatTurns turns;

    ToolApprovals(Foundation foundation, TurnWatch watch, Persistence persistence, ChatTurns turns) {
        this.foundation = foundation;
        this.watch = watch;
        this.persistence = persistence;
        this.turns = turns;
    }

    /**
     * Approves of a call, which is made then with what the caller may do at that moment, or refuses it.
     *
     * @param place of the answer in its chat
     * @throws Refusal.NotFound {@code chat_session.not_found}
     * @throws Refusal.WrongState {@code chat_session.archived}; {@code approval.not_pending} if no such call waits there, or it
     *     was decided before; and what {@link ChatTurns#begin} throws of those who are to answer
     */
    public Decided decide(Caller caller, Id<ChatSession> session, long place, String id, boolean approve)
            throws InterruptedException {
        caller.require(Permission.CHAT_USE);
        String call = Text.storable("tool_call_id", id, ToolCall.LONGEST_ID);
        Committed<ChatMessage> decided = foundation.storage().write(to -> {
            ChatAccess.active(ChatAccess.owned(to, caller, session));
            ChatMessage waiting = at(to, session, place).orElseThrow(ToolApprovals::notPending);
            if (waiting.entry().toolCalls().stream()
                    .noneMatch(each -> pending(each) && each.id().equals(call))) {
                throw notPending();
            }
            turns.mayGoOn(to, caller, waiting);
            ToolCallStatus status = approve ? ToolCallStatus.RUNNING : ToolCallStatus.REFUSED;
            return with(to, caller, waiting, call, status, approve ? null : ToolResult.REFUSED.content());
        });
        Committed<ChatMessage> known = approve ? run(caller, decided.value(), call) : decided;
        boolean open = known.value().entry().toolCalls().stream()
                .anyMatch(each -> pending(each) || each.status() == ToolCallStatus.RUNNING);
        return new Decided(known, open ? Optional.empty() : Optional.of(turns.goOn(caller, known.value())));
    }

    private Committed<ChatMessage> run(Caller caller, ChatMessage message, String id) throws InterruptedException {
        ToolCall call = message.entry().toolCalls().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
        Json arguments = Objects.requireNonNullElse(call.arguments(), Json.Obj.EMPTY);
        WatchedCall watched = watch.over(caller, new Place.OfAnswer(message.id()), new Cancellation());
        ToolResult result;
        try {
            result = turns.run(caller, new ToolRequest(id, call.name(), arguments.text()));
        } catch (InterruptedException | RuntimeException e) {
            watch.left(watched);
            throw e;
        }
        return persistence.store("what a tool did", () -> keep(caller, message, id, result), () -> watch.left(watched));
    }

    /** Also where it was taken for lost meanwhile. */
    private Committed<ChatMessage> keep(Caller caller, ChatMessage message, String id, ToolResult result) {
        ToolCallStatus status = result.succeeded() ? ToolCallStatus.SUCCESS : ToolCallStatus.ERROR;
        return foundation.storage().write(to -> {
            ChatMessage now = to.chatMessages().find(message.id()).orElseThrow(ChatAccess::notFound);
            return with(to, caller, now, id, status, AnswerText.storable(result.content()));
        });
    }

    /** The chat is written first, so that of two at once the second waits there and then sees what the first did. */
    private ChatMessage with(
            Repositories to,
            Caller caller,
            ChatMessage message,
            String id,
            ToolCallStatus status,
            @Nullable String result) {
        Instant now = foundation.now();
        to.chatSessions()
                .replace(ChatAccess.owned(to, caller, message.sessionId()).answered(null, now));
        List<ToolCall> calls = message.entry().toolCalls().stream()
                .map(each -> each.id().equals(id) ? each.in(status, result) : each)
                .toList();
        return to.chatMessages().replace(message.ended(AnswerPlace.calling(message.entry(), calls)));
    }

    private static Optional<ChatMessage> at(Repositories from, Id<ChatSession> session, long place) {
        return from.chatMessages().after(session, place - 1, 1).stream()
                .filter(message -> message.sequence() == place)
                .findFirst();
    }

    private static boolean pending(ToolCall call) {
        return call.status() == ToolCallStatus.PENDING;
    }

    private static Refusal notPending() {
        return new Refusal.WrongState(
                "approval.not_pending", "No such call waits for an approval here, or it was decided.");
    }
}
