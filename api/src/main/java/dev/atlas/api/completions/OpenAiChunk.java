package dev.atlas.api.completions;

import dev.atlas.api.http.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an answer that is streamed. Source: OpenAI API reference, "The chat completion chunk object".
 *
 * @param object always {@code chat.completion.chunk}
 * @param created in seconds since 1970; the same in all pieces
 * @param choices one; none beside the usage
 * @param usage at the end, if it was asked for
 */
@View
public record OpenAiChunk(
        String id,
        String object,
        long created,
        String model,
        List<OpenAiPiece> choices,
        @Nullable OpenAiUsage usage) {

    /** What came, and why nothing more comes. */
    @View
    public record OpenAiPiece(
            int index, OpenAiMessage delta, @Nullable String finishReason) {}

    /** What is the same in all pieces of an answer. */
    record Answer(String id, long created, String model) {

        OpenAiChunk of(OpenAiMessage delta, @Nullable String finishReason) {
            return chunk(List.of(new OpenAiPiece(0, delta, finishReason)), null);
        }

        OpenAiChunk of(OpenAiUsage usage) {
            return chunk(List.of(), usage);
        }

        private OpenAiChunk chunk(List<OpenAiPiece> choices, @Nullable OpenAiUsage usage) {
            return new OpenAiChunk(id, "chat.completion.chunk", created, model, choices, usage);
        }
    }
}
