package dev.atlas.api.completions;

import dev.atlas.api.http.View;
import dev.atlas.application.chat.Completion;
import dev.atlas.application.providers.FinishReason;
import dev.atlas.application.providers.ModelAnswer;
import dev.atlas.domain.usage.UsageRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer. Source: OpenAI API reference, "The chat completion object".
 *
 * @param object always {@code chat.completion}
 * @param created in seconds since 1970
 * @param choices one
 */
@View
public record OpenAiCompletion(
        String id, String object, long created, String model, List<OpenAiChoice> choices, OpenAiUsage usage) {

    /** An answer, and why it ended: {@code stop}, {@code length}, {@code tool_calls} or {@code content_filter}. */
    @View
    public record OpenAiChoice(int index, OpenAiMessage message, String finishReason) {}

    static OpenAiCompletion of(Completion completion, ModelAnswer answer) {
        UsageRecord record = completion.record();
        return new OpenAiCompletion(
                "chatcmpl-" + record.id(),
                "chat.completion",
                record.createdAt().getEpochSecond(),
                model(answer, record),
                List.of(new OpenAiChoice(0, OpenAiMessage.of(answer), reason(answer.finishReason()))),
                OpenAiUsage.of(record.call().tokens()));
    }

    static String model(@Nullable ModelAnswer answer, UsageRecord record) {
        return answer == null || answer.model() == null ? record.call().model() : answer.model();
    }

    /** As OpenAI calls it, which knows no others. */
    static String reason(FinishReason reason) {
        return switch (reason) {
            case STOP, OTHER -> "stop";
            case LENGTH -> "length";
            case TOOL_CALLS -> "tool_calls";
            case CONTENT_FILTER -> "content_filter";
        };
    }
}
