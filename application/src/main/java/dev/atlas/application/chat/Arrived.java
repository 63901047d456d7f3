package dev.atlas.application.chat;

import dev.atlas.application.providers.FinishReason;
import dev.atlas.application.providers.ModelAnswer;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ModelUsage;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatRole;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.usage.CallCourse;
import dev.atlas.domain.usage.CallOutcome;
import dev.atlas.domain.usage.TokenCounts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What came of a question, as far as it came. Begins when it is made, ends once. For one thread. */
final class Arrived {

    private final StringBuilder text = new StringBuilder();
    private final long began = System.nanoTime();
    private @Nullable Long firstTokenMs;
    private @Nullable Long durationMs;
    private boolean readerGone;
    private @Nullable ModelAnswer answer;
    private @Nullable ProviderProblem problem;

    void add(ModelEvent event) {
        if (firstTokenMs == null) {
            firstTokenMs = millis();
        }
        if (event instanceof ModelEvent.Text(String piece)) {
            text.append(piece);
        }
    }

    void end(ModelAnswer whole) {
        durationMs = millis();
        answer = whole;
        if (whole.text().isBlank() && whole.finishReason() == FinishReason.CONTENT_FILTER) {
            problem = new ProviderProblem.ContentRefused();
        }
    }

    void end(ProviderProblem why) {
        durationMs = millis();
        problem = why;
    }

    void endWithoutReader() {
        durationMs = millis();
        readerGone = true;
    }

    private long millis() {
        return Math.clamp(Duration.ofNanos(System.nanoTime() - began).toMillis(), 0, Integer.MAX_VALUE);
    }

    /** Why the answer is not whole; absent if it is, and if nobody read it any more. */
    @Nullable
    ProviderProblem problem() {
        return problem;
    }

    /** None where the provider did not tell. */
    TokenCounts tokens() {
        ModelUsage usage = answer == null ? null : answer.usage();
        return usage == null
                ? TokenCounts.NONE
                : TokenCounts.told(usage.prompt(), usage.completion(), usage.reasoning(), usage.reasoningIncluded());
    }

    CallCourse course() {
        return new CallCourse(durationMs, firstTokenMs, true, outcome(), finishReason());
    }

    /**
     * As the owner of the chat reads it.
     *
     * @param usage is left out where the provider did not tell
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
        return new ChatEntry(
                ChatRole.ASSISTANT,
                state(),
                AnswerText.storable(text),
                provider,
                model,
                answer == null || answer.usage() == null ? null : usage,
                new Json.Obj(metadata));
    }

    private @Nullable String finishReason() {
        return answer == null ? null : answer.finishReason().name().toLowerCase(Locale.ROOT);
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
