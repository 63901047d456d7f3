package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ChatSettingsAdministration;
import dev.atlas.application.providers.ModelCalls;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ModelMessage;
import dev.atlas.application.providers.ModelQuestion;
import dev.atlas.application.providers.ProviderUseCases;
import dev.atlas.application.providers.ToolCall;
import dev.atlas.application.tools.Tool;
import dev.atlas.application.tools.ToolCatalog;
import dev.atlas.application.tools.ToolResult;
import dev.atlas.application.tools.ToolRunner;
import dev.atlas.application.usage.UsageRecording;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.TokenCounts;
import dev.atlas.domain.usage.UsageRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns of chats: what the owner says is stored with the place of its answer, then a model is asked, then what it answered is
 * stored there, however it ended. Storage is not held while the model is waited for, so a turn is two units of work; a node that
 * dies between them leaves an answer that is pending. What the call took is recorded with the answer, also if it failed.
 */
public final class ChatTurns {

    private final Foundation foundation;
    private final TurnLog log;
    private final ModelCalls calls;
    private final ChatSettingsAdministration settings;
    private final ToolCatalog tools;
    private final ToolRunner runner;
    private final TurnBounds bounds;

    ChatTurns(Foundation foundation, ProviderUseCases providers, ToolCatalog tools, TurnBounds bounds) {
        this.foundation = foundation;
        this.log = new TurnLog(foundation);
        this.calls = providers.calls();
        this.settings = providers.settings();
        this.tools = tools;
        this.runner = new ToolRunner(tools, bounds.tool());
        this.bounds = bounds;
    }

    private record Plan(ModelEndpoint endpoint, String model, ChatDefaults defaults, Voice voice) {

        Allowance allowance(Caller caller) {
            return new Allowance(caller.user(), defaults.limits());
        }
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
    public BegunTurn begin(Caller caller, TurnRequest request, @Nullable String repeatable) {
        caller.require(Permission.CHAT_USE);
        TurnIds ids = TurnIds.of(repeatable, foundation.ids());
        Optional<Turn> before = repetition(caller, request, ids);
        if (before.isPresent()) {
            return new Repeated(before.get());
        }
        Plan plan = foundation.storage().read((Repositories from) -> plan(from, caller, request));
        ChatEntry pending = ChatEntry.pending(plan.endpoint().provider(), plan.model());
        return new Begun(
                caller,
                request,
                ids,
                plan,
                log.say(caller, request, ids, pending, plan.voice().agentId(), plan.allowance(caller)),
                List.of());
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
        Plan plan = foundation.storage().read((Repositories from) -> plan(from, caller, request));
        ChatMessage words =
                foundation.storage().read((Repositories from) -> ChatHistory.lastWordsBefore(from, waiting));
        Committed<ChatMessage> said =
                new Committed<>(words, foundation.storage().position());
        ChatEntry pending = ChatEntry.pending(plan.endpoint().provider(), plan.model());
        log.goOn(caller, waiting.sessionId(), ids.answered(), pending, plan.allowance(caller));
        return new Begun(caller, request, ids, plan, said, ChatHistory.called(waiting));
    }

    /** Throws what {@link #goOn} would throw by now, limits excepted. */
    void mayGoOn(Repositories from, Caller caller, ChatMessage waiting) {
        plan(from, caller, Continuation.of(waiting));
    }

    /** Runs a call that was approved of. Throws {@link InterruptedException} if whoever waits is told to stop. */
    ToolResult run(Caller caller, ToolCall approved) throws InterruptedException {
        return runner.run(caller, approved, true);
    }

    private Optional<Turn> repetition(Caller caller, TurnRequest request, TurnIds ids) {
        Optional<TurnRepetition> before =
                foundation.storage().read((Repositories from) -> TurnRepetition.find(from, caller, request, ids));
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
        return log.cancel(caller, session);
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

    private final class Begun implements BegunTurn {

        private final Caller caller;
        private final TurnRequest request;
        private final TurnIds ids;
        private final Plan plan;
        private final Committed<ChatMessage> said;
        private final List<ModelMessage> since;

        Begun(
                Caller caller,
                TurnRequest request,
                TurnIds ids,
                Plan plan,
                Committed<ChatMessage> said,
                List<ModelMessage> since) {
            this.caller = caller;
            this.request = request;
            this.ids = ids;
            this.plan = plan;
            this.said = said;
            this.since = since;
        }

        @Override
        public Id<ChatSession> session() {
            return said.value().sessionId();
        }

        @Override
        public Turn end(Consumer<ModelEvent> reader, Cancellation cancellation) {
            ModelQuestion question = question(plan, said.value(), since);
            TurnWatch watch = TurnWatch.over(log, ids.answered(), cancellation);
            try {
                TurnRounds rounds =
                        new TurnRounds(caller, runner, plan.voice().tools(), bounds.rounds(), reader, cancellation);
                return kept(rounds.take(
                        calls.provider(),
                        plan.endpoint(),
                        question,
                        plan.defaults().streamingEnabled(),
                        this::used));
            } finally {
                watch.close();
            }
        }

        /** Records a round after which the turn goes on. */
        private @Nullable ChatUsage used(Arrived round) {
            ModelCall call = call(caller, session(), ids.answered(), plan, round);
            Id<UsageRecord> id = foundation.ids().next();
            Instant now = foundation.now();
            boolean interrupted = Thread.interrupted(); // it is recorded all the same, and the next round ends the turn
            try {
                UsageRecord record = foundation
                        .storage()
                        .write(to -> UsageRecording.record(to, id, call, now))
                        .value();
                return round.tokens().equals(TokenCounts.NONE) ? null : record.chatUsage();
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private Turn kept(TurnAnswer answer) {
            boolean interrupted = Thread.interrupted(); // whoever ends the turn that way wants it kept, too
            try {
                return new Turn(said, keep(caller, session(), ids.answered(), plan, request, answer), answer.problem());
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** What was said up to these words of the owner, and what has been since. */
    private ModelQuestion question(Plan plan, ChatMessage said, List<ModelMessage> since) {
        Voice voice = plan.voice();
        List<ModelMessage> messages = foundation
                .storage()
                .read((Repositories from) ->
                        ChatHistory.of(from, said.sessionId(), said.sequence() + 1, voice.prompt()));
        if (messages.isEmpty() || !(messages.getLast() instanceof ModelMessage.OfUser)) {
            throw ChatAccess.notFound(); // it was removed after its owner spoke
        }
        List<ModelMessage> all = new ArrayList<>(messages);
        all.addAll(since);
        return new ModelQuestion(
                plan.model(),
                all,
                voice.maxTokens(),
                voice.temperature(),
                voice.tools().stream().map(Tool::offer).toList());
    }

    private Plan plan(Repositories from, Caller caller, TurnRequest request) {
        ChatSession chat =
                request.session() == null ? null : ChatAccess.active(ChatAccess.owned(from, caller, request.session()));
        ChatDefaults defaults = settings.current(from).defaults();
        Voice voice = Voice.of(from, caller, request, chat, defaults, tools, calls);
        ModelEndpoint endpoint = calls.endpoint(from, caller, voice.provider());
        if (voice.model() == null) {
            throw new Refusal.WrongState(
                    "provider.no_model", "Say which model shall answer: this provider has no usual one.");
        }
        return new Plan(
                voice.tools().isEmpty() ? endpoint : endpoint.within(bounds.call()), voice.model(), defaults, voice);
    }

    /** The answer and what it cost, together; what it cost alone, if the chat has been removed meanwhile. */
    private Committed<ChatMessage> keep(
            Caller caller,
            Id<ChatSession> session,
            Id<ChatMessage> message,
            Plan plan,
            TurnRequest request,
            TurnAnswer answered) {
        Id<UsageRecord> used = foundation.ids().next();
        Instant now = foundation.now();
        try {
            ModelCall call = call(caller, session, message, plan, answered.last());
            Function<Repositories, ChatEntry> answer = to -> {
                UsageRecord record = UsageRecording.record(to, used, call, now);
                return answered.entry(
                        plan.endpoint().provider(), plan.model(), record.chatUsage(), plan.voice(), request);
            };
            return log.answer(caller, session, message, answer, plan.allowance(caller));
        } catch (Refusal.NotFound e) {
            ModelCall call = call(caller, session, null, plan, answered.last());
            foundation.storage().write(to -> UsageRecording.record(to, used, call, now));
            throw e;
        }
    }

    private static ModelCall call(
            Caller caller, Id<ChatSession> session, @Nullable Id<ChatMessage> message, Plan plan, Arrived arrived) {
        return new ModelCall(
                new CallOrigin(
                        caller.user(),
                        null,
                        plan.voice().agentId(),
                        session,
                        message,
                        plan.voice().app()),
                plan.endpoint().provider(),
                plan.model(),
                arrived.tokens(),
                arrived.course());
    }
}
