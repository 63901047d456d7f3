package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.idempotency.RepeatableRequest;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ChatSettingsAdministration;
import dev.atlas.application.providers.ModelCalls;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ModelMessage;
import dev.atlas.application.providers.ProviderUseCases;
import dev.atlas.application.providers.ToolRequest;
import dev.atlas.application.tools.ToolCatalog;
import dev.atlas.application.tools.ToolResult;
import dev.atlas.application.tools.ToolRunner;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns of chats: what the owner says is stored with the place of its answer, then a model is asked, then what it answered is
 * stored there, however it ended. Storage is not held while the model is waited for, so a turn is two units of work; of one whose node
 * dies between them {@link LostTurns} writes the second. What the call took is recorded with the answer, also if it failed.
 */
public final class ChatTurns {

    private final Foundation foundation;
    private final TurnLog log;
    private final TurnWatch watch;
    private final Persistence persistence;
    private final ModelCalls calls;
    private final ChatSettingsAdministration settings;
    private final ToolCatalog tools;
    private final ToolRunner runner;
    private final TurnBounds bounds;

    ChatTurns(
            Foundation foundation,
            TurnLog log,
            TurnWatch watch,
            Persistence persistence,
            ProviderUseCases providers,
            ToolCatalog tools,
            TurnBounds bounds) {
        this.foundation = foundation;
        this.log = log;
        this.watch = watch;
        this.persistence = persistence;
        this.calls = providers.calls();
        this.settings = providers.settings();
        this.tools = tools;
        this.runner = new ToolRunner(tools, bounds.tool());
        this.bounds = bounds;
    }

    /**
     * Begins a turn.
     *
     * @param repeatable names the request, if it may come again: then a repetition asks no model, and is answered by what is
     *     stored, in one piece
     * @throws Refusal.NotFound {@code chat_session.not_found}, {@code provider.not_found}
     * @throws Refusal.WrongState {@code chat_session.archived}, {@code provider.disabled}, {@code provider.not_configured},
     *     {@code provider.no_model}; then nothing was said; of a repetition {@code turn.unanswered}, {@code turn.failed}
     * @throws dev.atlas.domain.InvalidValue if something else was said under the same name
     */
    public BegunTurn begin(Caller caller, TurnRequest request, @Nullable RepeatableRequest repeatable) {
        caller.require(Permission.CHAT_USE);
        TurnIds ids = TurnIds.of(repeatable, foundation.ids());
        Optional<Turn> before = repetition(caller, ids);
        if (before.isPresent()) {
            return new Repeated(before.get());
        }
        TurnPlan plan = foundation.storage().read((Repositories from) -> plan(from, caller, request));
        ChatEntry pending = AnswerPlace.pending(plan);
        Committed<ChatMessage> said =
                log.say(caller, request, ids, pending, plan.voice().agentId(), plan.allowance(caller));
        return turn(caller, request, ids, plan, said, List.of());
    }

    /**
     * Goes on with a turn that waited for approvals, once all of them are decided.
     *
     * @param waiting its answer so far
     * @throws Refusal as {@link #begin} does
     */
    BegunTurn goOn(Caller caller, ChatMessage waiting) {
        TurnRequest request = Continuation.of(waiting);
        TurnIds ids = TurnIds.of(null, foundation.ids());
        TurnPlan plan = foundation.storage().read((Repositories from) -> plan(from, caller, request));
        ChatMessage words =
                foundation.storage().read((Repositories from) -> ChatHistory.lastWordsBefore(from, waiting));
        Committed<ChatMessage> said =
                new Committed<>(words, foundation.storage().position());
        ChatEntry pending = AnswerPlace.pending(plan);
        log.goOn(caller, waiting.sessionId(), ids.answered(), pending, plan.allowance(caller));
        return turn(caller, request, ids, plan, said, ChatHistory.called(waiting));
    }

    private BegunTurn turn(
            Caller caller,
            TurnRequest request,
            TurnIds ids,
            TurnPlan plan,
            Committed<ChatMessage> said,
            List<ModelMessage> since) {
        return new ModelTurn(
                foundation,
                log,
                watch,
                persistence,
                calls.provider(),
                runner,
                bounds,
                caller,
                request,
                ids,
                plan,
                said,
                since);
    }

    /** Throws what {@link #goOn} would throw by now, and what a new turn would if the caller has asked all they may. */
    void mayGoOn(Repositories from, Caller caller, ChatMessage waiting) {
        plan(from, caller, Continuation.of(waiting)).allowance(caller).require(from, foundation.now());
    }

    /** Runs a call that was approved of. Throws {@link InterruptedException} if whoever waits is told to stop. */
    ToolResult run(Caller caller, ToolRequest approved) throws InterruptedException {
        return runner.run(caller, approved, true);
    }

    private Optional<Turn> repetition(Caller caller, TurnIds ids) {
        Optional<TurnRepetition> before =
                foundation.storage().read((Repositories from) -> TurnRepetition.find(from, caller, ids));
        return before.map(found -> found.at(foundation.storage().position()));
    }

    /**
     * Takes back what is being asked in a chat, on whichever node. What had arrived by then is stored soon after.
     *
     * @return the places of these answers, the last first; none if nothing was being asked
     * @throws Refusal.NotFound {@code chat_session.not_found}
     */
    public Committed<List<ChatMessage>> cancel(Caller caller, Id<ChatSession> session) {
        caller.require(Permission.CHAT_USE);
        Committed<List<ChatMessage>> cancelled = log.cancel(caller, session);
        watch.cancel(cancelled.value().stream().map(ChatMessage::id).toList());
        return cancelled;
    }

    private record Repeated(Turn turn) implements BegunTurn {

        @Override
        public Id<ChatSession> session() {
            return turn.said().value().sessionId();
        }

        @Override
        public Turn end(Consumer<ModelEvent> reader, Cancellation cancellation) {
            reader.accept(new ModelEvent.Text(turn.answered().value().entry().content()));
            return turn;
        }
    }

    private TurnPlan plan(Repositories from, Caller caller, TurnRequest request) {
        ChatSession chat =
                request.session() == null ? null : ChatAccess.active(ChatAccess.owned(from, caller, request.session()));
        ChatDefaults defaults = settings.current(from).defaults();
        Voice voice = Voice.of(from, caller, request, chat, defaults, tools, calls);
        ModelEndpoint endpoint = calls.endpoint(from, caller, voice.provider());
        if (voice.model() == null) {
            throw new Refusal.WrongState(
                    "provider.no_model", "Say which model shall answer: this provider has no usual one.");
        }
        return new TurnPlan(
                voice.tools().isEmpty() ? endpoint : endpoint.within(bounds.call()), voice.model(), defaults, voice);
    }
}
