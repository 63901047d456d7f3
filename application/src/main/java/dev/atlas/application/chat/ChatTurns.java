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
import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderUseCases;
import dev.atlas.application.usage.UsageRecording;
import dev.atlas.domain.Id;
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
import org.jspecify.annotations.Nullable;

/**
 * Turns of chats: what the owner says is stored, then a model is asked, then what it answered is stored, however it ended.
 * Storage is not held while the model is waited for, so a turn is two units of work; a node that dies between them leaves what
 * was said, without an answer. What the call took is recorded together with the answer, also if it failed.
 */
public final class ChatTurns {

    /** As usage records name it. */
    private static final String APP = "atlas-chat";

    private final Foundation foundation;
    private final ChatLog log;
    private final ModelCalls calls;
    private final ChatSettingsAdministration settings;

    ChatTurns(Foundation foundation, ChatLog log, ProviderUseCases providers) {
        this.foundation = foundation;
        this.log = log;
        this.calls = providers.calls();
        this.settings = providers.settings();
    }

    private record Plan(ModelEndpoint endpoint, String model, ChatDefaults defaults) {}

    /**
     * Takes a turn. If it ends before its time, what had arrived is stored all the same: as interrupted if {@code reader}
     * threw, cancelled if it was cancelled, and failed if the model or the way to it failed.
     *
     * @param repeatable names the request, if it may come again: then a repetition asks no model, and is answered by what is
     *     stored; {@code reader} is given nothing then
     * @param reader is given each piece of the answer on this thread; whatever it throws means that it has gone
     * @throws Refusal.NotFound {@code chat_session.not_found}, {@code provider.not_found}
     * @throws Refusal.WrongState {@code chat_session.archived}, {@code provider.disabled}, {@code provider.not_configured},
     *     {@code provider.no_model}; then nothing was said and no model asked; of a repetition {@code turn.unanswered},
     *     {@code turn.failed}
     * @throws dev.atlas.domain.InvalidValue if something else was said under the same name
     */
    public Turn take(
            Caller caller,
            TurnRequest request,
            @Nullable String repeatable,
            Consumer<ModelEvent> reader,
            Cancellation cancellation) {
        caller.require(Permission.CHAT_USE);
        TurnIds ids = TurnIds.of(repeatable, foundation.ids());
        return repetition(caller, request, ids).orElseGet(() -> take(caller, request, ids, reader, cancellation));
    }

    private Optional<Turn> repetition(Caller caller, TurnRequest request, TurnIds ids) {
        Optional<TurnRepetition> before =
                foundation.storage().read((Repositories from) -> TurnRepetition.find(from, caller, request, ids));
        return before.map(found -> found.at(foundation.storage().position()));
    }

    private Turn take(
            Caller caller, TurnRequest request, TurnIds ids, Consumer<ModelEvent> reader, Cancellation cancellation) {
        Plan plan = foundation.storage().read((Repositories from) -> plan(from, caller, request));
        Committed<ChatMessage> said =
                log.say(caller, request.session(), ids.said(), ChatEntry.ofUser(request.content()));
        String prompt = Objects.requireNonNullElse(
                request.systemPrompt(), plan.defaults().systemPrompt());
        List<ModelMessage> history =
                foundation.storage().read((Repositories from) -> ChatHistory.of(from, request.session(), prompt));
        ModelQuestion question = new ModelQuestion(
                plan.model(),
                history,
                Objects.requireNonNullElse(request.maxTokens(), plan.defaults().maxTokens()),
                Objects.requireNonNullElse(
                        request.temperature(), plan.defaults().temperature()),
                List.of());
        Arrived arrived = ask(plan.endpoint(), question, reader, cancellation);
        boolean interrupted = Thread.interrupted(); // whoever ends the turn that way wants it kept, too
        try {
            return new Turn(said, keep(caller, request.session(), ids.answered(), plan, arrived), arrived.problem());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Plan plan(Repositories from, Caller caller, TurnRequest request) {
        ChatSession session = ChatAccess.active(ChatAccess.owned(from, caller, request.session()));
        ChatDefaults defaults = settings.current(from).defaults();
        String own = Objects.requireNonNullElse(session.provider(), defaults.defaultProvider());
        String provider = Objects.requireNonNullElse(request.provider(), own);
        ModelEndpoint endpoint = calls.endpoint(from, caller, provider);
        String model = request.model() != null ? request.model() : provider.equals(own) ? session.model() : null;
        if (model == null) {
            model = calls.defaultModel(from, provider)
                    .orElseThrow(() -> new Refusal.WrongState(
                            "provider.no_model", "Say which model shall answer: this provider has no usual one."));
        }
        return new Plan(endpoint, model, defaults);
    }

    private Arrived ask(
            ModelEndpoint endpoint, ModelQuestion question, Consumer<ModelEvent> reader, Cancellation cancellation) {
        Arrived arrived = new Arrived();
        try {
            arrived.end(
                    calls.provider().stream(endpoint, question, event -> hand(event, arrived, reader), cancellation));
        } catch (ReaderGone e) {
            arrived.endWithoutReader();
        } catch (ProviderFailure e) {
            arrived.end(e.problem());
        }
        return arrived;
    }

    private static void hand(ModelEvent event, Arrived arrived, Consumer<ModelEvent> reader) {
        arrived.add(event);
        try {
            reader.accept(event);
        } catch (RuntimeException e) {
            throw new ReaderGone(e);
        }
    }

    /** The answer and what it cost, together; what it cost alone, if the chat has been removed meanwhile. */
    private Committed<ChatMessage> keep(
            Caller caller, Id<ChatSession> session, Id<ChatMessage> message, Plan plan, Arrived arrived) {
        Id<UsageRecord> used = foundation.ids().next();
        Instant now = foundation.now();
        try {
            return log.answer(caller, session, message, to -> {
                ModelCall call = call(caller, session, message, plan, arrived);
                UsageRecord record = UsageRecording.record(to, used, call, now);
                return arrived.entry(plan.endpoint().provider(), plan.model(), record.chatUsage());
            });
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

    /** Whoever read has gone. */
    private static final class ReaderGone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ReaderGone(RuntimeException cause) {
            super(null, cause, false, false);
        }
    }
}
