package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ChatSettingsAdministration;
import dev.atlas.application.providers.FinishReason;
import dev.atlas.application.providers.ModelAnswer;
import dev.atlas.application.providers.ModelCalls;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ModelMessage;
import dev.atlas.application.providers.ModelQuestion;
import dev.atlas.application.providers.ModelUsage;
import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.application.providers.ProviderUseCases;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatRole;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.PriceTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns of chats: what the owner says is stored, then a model is asked, then what it answered is stored, however it ended.
 * Storage is not held while the model is waited for, so a turn is two units of work; a node that dies between them leaves what
 * was said, without an answer.
 */
public final class ChatTurns {

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

    /** What came of a question, as far as it came. */
    private static final class Arrived {
        final StringBuilder text = new StringBuilder();
        boolean readerGone;

        @Nullable
        ModelAnswer answer;

        @Nullable
        ProviderProblem problem;
    }

    /**
     * Takes a turn. If it ends before its time, what had arrived is stored all the same: as interrupted if {@code reader}
     * threw, cancelled if it was cancelled, and failed if the model or the way to it failed.
     *
     * @param reader is given each piece of the answer on this thread; whatever it throws means that it has gone
     * @throws Refusal.NotFound {@code chat_session.not_found}, {@code provider.not_found}
     * @throws Refusal.WrongState {@code chat_session.archived}, {@code provider.disabled}, {@code provider.not_configured},
     *     {@code provider.no_model}; then nothing was said and no model asked
     */
    public Turn take(Caller caller, TurnRequest request, Consumer<ModelEvent> reader, Cancellation cancellation) {
        caller.require(Permission.CHAT_USE);
        Plan plan = foundation.storage().read((Repositories from) -> plan(from, caller, request));
        Committed<ChatMessage> said = log.append(caller, request.session(), ChatEntry.ofUser(request.content()));
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
            ChatEntry entry = entry(plan, arrived);
            return new Turn(said, log.answer(caller, request.session(), entry), arrived.problem);
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
            arrived.answer =
                    calls.provider().stream(endpoint, question, event -> hand(event, arrived, reader), cancellation);
            if (arrived.answer.text().isBlank() && arrived.answer.finishReason() == FinishReason.CONTENT_FILTER) {
                arrived.problem = new ProviderProblem.ContentRefused();
            }
        } catch (ReaderGone e) {
            arrived.readerGone = true;
        } catch (ProviderFailure e) {
            arrived.problem = e.problem();
        }
        return arrived;
    }

    private static void hand(ModelEvent event, Arrived arrived, Consumer<ModelEvent> reader) {
        if (event instanceof ModelEvent.Text(String piece)) {
            arrived.text.append(piece);
        }
        try {
            reader.accept(event);
        } catch (RuntimeException e) {
            throw new ReaderGone(e);
        }
    }

    private ChatEntry entry(Plan plan, Arrived arrived) {
        String text = AnswerText.storable(arrived.text);
        ModelAnswer answer = arrived.answer;
        SequencedMap<String, Json> metadata = new LinkedHashMap<>();
        if (answer != null) {
            String reason = answer.finishReason().name().toLowerCase(Locale.ROOT);
            metadata.put("finish_reason", new Json.Str(reason));
        }
        if (arrived.problem != null) {
            metadata.put("problem", new Json.Str(arrived.problem.code()));
        }
        return new ChatEntry(
                ChatRole.ASSISTANT,
                state(arrived, text),
                text,
                plan.endpoint().provider(),
                plan.model(),
                answer == null || answer.usage() == null ? null : usage(plan, answer.usage()),
                new Json.Obj(metadata));
    }

    /** An answer that says nothing is none. */
    private static MessageState state(Arrived arrived, String text) {
        if (arrived.readerGone) {
            return MessageState.INTERRUPTED;
        }
        return switch (arrived.problem) {
            case null -> text.isBlank() ? MessageState.FAILED : MessageState.COMPLETE;
            case ProviderProblem.Cancelled cancelled -> MessageState.CANCELLED;
            default -> MessageState.FAILED;
        };
    }

    private ChatUsage usage(Plan plan, ModelUsage usage) {
        long prompt = Math.min(Integer.MAX_VALUE, usage.prompt());
        long output = Math.min(Integer.MAX_VALUE, usage.output());
        PriceTable prices = foundation
                .storage()
                .read((Repositories from) -> PriceTable.of(from.modelPrices().named(PriceTable.namesOf(plan.model()))));
        return new ChatUsage(
                prompt,
                output,
                prices.find(plan.endpoint().provider(), plan.model(), foundation.now())
                        .map(found -> found.price().cost(prompt, output))
                        .orElse(null));
    }

    /** Whoever read has gone. */
    private static final class ReaderGone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ReaderGone(RuntimeException cause) {
            super(null, cause, false, false);
        }
    }
}
