package dev.atlas.application.chat;

import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.FinishReason;
import dev.atlas.application.providers.ModelAnswer;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ModelMessage;
import dev.atlas.application.providers.ModelProvider;
import dev.atlas.application.providers.ModelQuestion;
import dev.atlas.application.providers.ModelUsage;
import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatRole;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.usage.CallCourse;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.TokenCounts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What came of a question, as far as it came. For one thread. */
final class Arrived {

    /** Characters of a token where the provider does not tell: about what all of them have in English. */
    private static final int CHARACTERS_OF_TOKEN = 4;

    private final boolean streams;
    private final long asked;
    private final StringBuilder text = new StringBuilder();
    private final WholeCharacters characters = new WholeCharacters();
    private final long began = System.nanoTime();
    private @Nullable Long firstTokenMs;
    private @Nullable Long durationMs;
    private boolean readerGone;
    private @Nullable ModelAnswer answer;
    private @Nullable ProviderProblem problem;

    private Arrived(boolean streams, ModelQuestion question) {
        this.streams = streams;
        this.asked =
                question.messages().stream().mapToLong(ModelMessage::length).sum();
    }

    /**
     * Asks, and waits for the end.
     *
     * @param streams false if the answer shall come in one piece
     * @param reader is given each piece on this thread; whatever it throws means that it has gone
     */
    static Arrived from(
            ModelProvider provider,
            ModelEndpoint endpoint,
            ModelQuestion question,
            boolean streams,
            Consumer<ModelEvent> reader,
            Cancellation cancellation) {
        Arrived arrived = new Arrived(streams, question);
        try {
            Consumer<ModelEvent> each = event -> arrived.hear(event, reader);
            ModelAnswer whole = streams
                    ? provider.stream(endpoint, question, each, cancellation)
                    : handed(provider.complete(endpoint, question, cancellation), each);
            arrived.hand(arrived.characters.rest(), reader);
            arrived.end(whole);
        } catch (ReaderGone e) {
            arrived.endWithoutReader();
        } catch (ProviderFailure e) {
            if (e.problem() instanceof ProviderProblem.Cancelled && cancellation.abandoned()) {
                arrived.endWithoutReader();
            } else {
                arrived.end(e.problem());
            }
        }
        return arrived;
    }

    private static ModelAnswer handed(ModelAnswer whole, Consumer<ModelEvent> reader) {
        if (!whole.text().isEmpty()) {
            reader.accept(new ModelEvent.Text(whole.text()));
        }
        whole.toolCalls().forEach(call -> reader.accept(new ModelEvent.ToolCalled(call)));
        return whole;
    }

    private void hear(ModelEvent event, Consumer<ModelEvent> reader) {
        if (event instanceof ModelEvent.Text(String piece)) {
            hand(characters.of(piece), reader);
        } else {
            hand(event, reader);
        }
    }

    private void hand(String piece, Consumer<ModelEvent> reader) {
        if (!piece.isEmpty()) {
            hand(new ModelEvent.Text(piece), reader);
        }
    }

    private void hand(ModelEvent event, Consumer<ModelEvent> reader) {
        add(event);
        try {
            reader.accept(event);
        } catch (RuntimeException e) {
            throw new ReaderGone(e);
        }
    }

    /** Whoever read has gone. */
    private static final class ReaderGone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ReaderGone(RuntimeException cause) {
            super(null, cause, false, false);
        }
    }

    private void add(ModelEvent event) {
        if (firstTokenMs == null) {
            firstTokenMs = millis();
        }
        if (event instanceof ModelEvent.Text(String piece)) {
            text.append(piece);
        }
    }

    private void end(ModelAnswer whole) {
        durationMs = millis();
        answer = new ModelAnswer(
                AnswerText.readable(whole.text()),
                whole.toolCalls(),
                whole.finishReason(),
                whole.usage(),
                whole.model(),
                whole.generationId());
        if (whole.text().isBlank() && whole.finishReason() == FinishReason.CONTENT_FILTER) {
            problem = new ProviderProblem.ContentRefused();
        }
    }

    private void end(ProviderProblem why) {
        durationMs = millis();
        problem = why;
    }

    private void endWithoutReader() {
        durationMs = millis();
        readerGone = true;
    }

    private long millis() {
        return Math.clamp(Duration.ofNanos(System.nanoTime() - began).toMillis(), 0, Integer.MAX_VALUE);
    }

    /** Absent if it did not come to its end. */
    @Nullable
    ModelAnswer answer() {
        return answer;
    }

    /** Why the answer is not whole; absent if it is, and if nobody read it any more. */
    @Nullable
    ProviderProblem problem() {
        return problem;
    }

    /**
     * What the provider told; about what it took, if it did not but had begun to answer, as where it was broken off: a provider
     * charges for that, too.
     */
    TokenCounts tokens() {
        ModelUsage usage = answer == null ? null : answer.usage();
        if (usage != null) {
            return TokenCounts.told(usage.prompt(), usage.completion(), usage.reasoning(), usage.reasoningIncluded());
        }
        return text.isEmpty() ? TokenCounts.NONE : TokenCounts.told(about(asked), about(text.length()), 0, true);
    }

    private static long about(long characters) {
        return Math.ceilDiv(characters, CHARACTERS_OF_TOKEN);
    }

    private boolean estimated() {
        return (answer == null || answer.usage() == null) && !text.isEmpty();
    }

    CallCourse course() {
        return new CallCourse(durationMs, firstTokenMs, streams, outcome(), finishReason());
    }

    /**
     * As the owner of the chat reads it.
     *
     * @param usage is left out where nobody knows
     */
    ChatEntry entry(String provider, String model, ChatUsage usage) {
        SequencedMap<String, Json> metadata = new LinkedHashMap<>();
        String reason = finishReason();
        if (reason != null) {
            metadata.put("finish_reason", new Json.Str(reason));
        }
        if (problem != null) {
            metadata.put("problem", new Json.Str(problem.code()));
        }
        if (estimated()) {
            metadata.put("tokens_estimated", new Json.Bool(true));
        }
        return new ChatEntry(
                ChatRole.ASSISTANT,
                state(),
                AnswerText.storable(text),
                provider,
                model,
                tokens().equals(TokenCounts.NONE) ? null : usage,
                new Json.Obj(metadata));
    }

    private @Nullable String finishReason() {
        return answer == null ? null : Words.of(answer.finishReason());
    }

    /** An answer that says nothing is none. */
    private MessageState state() {
        return switch (outcome()) {
            case COMPLETED -> text.toString().isBlank() ? MessageState.FAILED : MessageState.COMPLETE;
            case INTERRUPTED -> MessageState.INTERRUPTED;
            case CANCELLED -> MessageState.CANCELLED;
            case FAILED -> MessageState.FAILED;
        };
    }

    private CallOutcome outcome() {
        if (readerGone) {
            return CallOutcome.INTERRUPTED;
        }
        return switch (problem) {
            case null -> CallOutcome.COMPLETED;
            case ProviderProblem.Cancelled cancelled -> CallOutcome.CANCELLED;
            default -> CallOutcome.FAILED;
        };
    }
}
