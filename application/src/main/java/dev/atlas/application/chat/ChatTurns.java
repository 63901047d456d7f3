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
import dev.atlas.application.usage.UsageRecording;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatDetails;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.CallOrigin;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.UsageRecord;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    /** As usage records name it. */
    private static final String APP = "atlas-chat";

    private static final ChatDetails NEW_CHAT = new ChatDetails(null, null, null);

    private final Foundation foundation;
    private final TurnLog log;
    private final ModelCalls calls;
    private final ChatSettingsAdministration settings;

    ChatTurns(Foundation foundation, ProviderUseCases providers) {
        this.foundation = foundation;
        this.log = new TurnLog(foundation);
        this.calls = providers.calls();
        this.settings = providers.settings();
    }

    private record Plan(ModelEndpoint endpoint, String model, ChatDefaults defaults) {

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
        return new Begun(caller, request, ids, plan, log.say(caller, request, ids, pending, plan.allowance(caller)));
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

        Begun(Caller caller, TurnRequest request, TurnIds ids, Plan plan, Committed<ChatMessage> said) {
            this.caller = caller;
            this.request = request;
            this.ids = ids;
            this.plan = plan;
            this.said = said;
        }

        @Override
        public Id<ChatSession> session() {
            return said.value().sessionId();
        }

        @Override
        public Turn end(Consumer<ModelEvent> reader, Cancellation cancellation) {
            ModelQuestion question = question(plan, session(), request);
            TurnWatch watch = TurnWatch.over(log, ids.answered(), cancellation);
            try {
                return kept(Arrived.from(
                        calls.provider(),
                        plan.endpoint(),
                        question,
                        plan.defaults().streamingEnabled(),
                        reader,
                        cancellation));
            } finally {
                watch.close();
            }
        }

        private Turn kept(Arrived arrived) {
            boolean interrupted = Thread.interrupted(); // whoever ends the turn that way wants it kept, too
            try {
                return new Turn(said, keep(caller, session(), ids.answered(), plan, arrived), arrived.problem());
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private ModelQuestion question(Plan plan, Id<ChatSession> session, TurnRequest request) {
        ChatDefaults usual = plan.defaults();
        String prompt = Objects.requireNonNullElse(request.systemPrompt(), usual.systemPrompt());
        List<ModelMessage> history =
                foundation.storage().read((Repositories from) -> ChatHistory.of(from, session, prompt));
        if (!(history.getLast() instanceof ModelMessage.OfUser)) {
            throw ChatAccess.notFound(); // it was removed after its owner spoke
        }
        return new ModelQuestion(
                plan.model(),
                history,
                Objects.requireNonNullElse(request.maxTokens(), usual.maxTokens()),
                Objects.requireNonNullElse(request.temperature(), usual.temperature()),
                List.of());
    }

    private Plan plan(Repositories from, Caller caller, TurnRequest request) {
        ChatDetails chat = request.session() == null
                ? NEW_CHAT
                : ChatAccess.active(ChatAccess.owned(from, caller, request.session()))
                        .details();
        ChatDefaults defaults = settings.current(from).defaults();
        String own = Objects.requireNonNullElse(chat.provider(), defaults.defaultProvider());
        String provider = Objects.requireNonNullElse(request.provider(), own);
        ModelEndpoint endpoint = calls.endpoint(from, caller, provider);
        String model = request.model() != null ? request.model() : provider.equals(own) ? chat.model() : null;
        if (model == null) {
            model = calls.defaultModel(from, provider)
                    .orElseThrow(() -> new Refusal.WrongState(
                            "provider.no_model", "Say which model shall answer: this provider has no usual one."));
        }
        return new Plan(endpoint, model, defaults);
    }

    /** The answer and what it cost, together; what it cost alone, if the chat has been removed meanwhile. */
    private Committed<ChatMessage> keep(
            Caller caller, Id<ChatSession> session, Id<ChatMessage> message, Plan plan, Arrived arrived) {
        Id<UsageRecord> used = foundation.ids().next();
        Instant now = foundation.now();
        try {
            ModelCall call = call(caller, session, message, plan, arrived);
            Function<Repositories, ChatEntry> answer = to -> {
                UsageRecord record = UsageRecording.record(to, used, call, now);
                return arrived.entry(plan.endpoint().provider(), plan.model(), record.chatUsage());
            };
            return log.answer(caller, session, message, answer, plan.allowance(caller));
        } catch (Refusal.NotFound e) {
            ModelCall call = call(caller, session, null, plan, arrived);
            foundation.storage().write(to -> UsageRecording.record(to, used, call, now));
            throw e;
        }
    }

    private static ModelCall call(
            Caller caller, Id<ChatSession> session, @Nullable Id<ChatMessage> message, Plan plan, Arrived arrived) {
        return new ModelCall(
                new CallOrigin(caller.user(), null, null, session, message, APP),
                plan.endpoint().provider(),
                plan.model(),
                arrived.tokens(),
                arrived.course());
    }
}
