package dev.atlas.api.completions;

import dev.atlas.api.http.View;
import dev.atlas.application.providers.ModelAnswer;
import dev.atlas.application.providers.ToolRequest;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a model says, whole or in part. */
@View
public record OpenAiMessage(
        @Nullable String role,
        @Nullable String content,
        @Nullable List<OpenAiToolCall> toolCalls) {

    static OpenAiMessage of(ModelAnswer answer) {
        List<ToolRequest> calls = answer.toolCalls();
        return new OpenAiMessage(
                "assistant",
                answer.text().isEmpty() && !calls.isEmpty() ? null : answer.text(),
                calls.isEmpty()
                        ? null
                        : calls.stream()
                                .map(call -> OpenAiToolCall.of(null, call))
                                .toList());
    }

    /** The beginning of what is streamed. */
    static OpenAiMessage beginning() {
        return new OpenAiMessage("assistant", "", null);
    }

    static OpenAiMessage piece(String text) {
        return new OpenAiMessage(null, text, null);
    }

    static OpenAiMessage tools(List<ToolRequest> calls) {
        return new OpenAiMessage(
                null,
                null,
                IntStream.range(0, calls.size())
                        .mapToObj(i -> OpenAiToolCall.of(i, calls.get(i)))
                        .toList());
    }

    static OpenAiMessage nothing() {
        return new OpenAiMessage(null, null, null);
    }
}
