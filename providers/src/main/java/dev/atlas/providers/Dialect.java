package dev.atlas.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atlas.application.providers.FinishReason;
import dev.atlas.domain.providers.ProviderKind;
import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a provider's answers beyond what LangChain4j tells: how its streams are written, where an error is
 * that comes in the middle of one, what ends one, and why the model stopped. Sources are the providers' API references.
 */
enum Dialect {
    /** Chat completions of OpenAI and of all who speak as it does. */
    OPENAI {
        @Override
        void look(JsonNode event, Progress progress) {
            JsonNode choice = event.path("choices").path(0);
            String reason = text(choice.path("finish_reason"));
            if (reason != null) {
                progress.finished(
                        switch (reason) {
                            case "stop" -> FinishReason.STOP;
                            case "length" -> FinishReason.LENGTH;
                            case "tool_calls", "function_call" -> FinishReason.TOOL_CALLS;
                            case "content_filter" -> FinishReason.CONTENT_FILTER;
                            default -> FinishReason.OTHER;
                        });
            }
            progress.spoke(!choice.isMissingNode());
        }
    },
    ANTHROPIC {
        @Override
        void look(JsonNode event, Progress progress) {
            String type = text(event.path("type"));
            String reason = text(event.path("stop_reason"));
            if (reason == null) {
                reason = text(event.path("delta").path("stop_reason"));
            }
            if (reason != null) {
                progress.finished(
                        switch (reason) {
                            case "end_turn", "stop_sequence" -> FinishReason.STOP;
                            case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
                            case "tool_use" -> FinishReason.TOOL_CALLS;
                            case "refusal" -> FinishReason.CONTENT_FILTER;
                            default -> FinishReason.OTHER;
                        });
            }
            if ("message_stop".equals(type)) {
                progress.ended();
            }
            progress.spoke("content_block_start".equals(type) || "content_block_delta".equals(type));
        }
    },
    GEMINI {
        @Override
        void look(JsonNode event, Progress progress) {
            if (text(event.path("promptFeedback").path("blockReason")) != null) {
                progress.refusedContent();
            }
            JsonNode candidate = event.path("candidates").path(0);
            String reason = text(candidate.path("finishReason"));
            if (reason != null) {
                boolean called = progress.calledTools() || hasCall(candidate);
                progress.finished(
                        switch (reason) {
                            case "STOP" -> called ? FinishReason.TOOL_CALLS : FinishReason.STOP;
                            case "MAX_TOKENS" -> FinishReason.LENGTH;
                            case "SAFETY",
                                    "RECITATION",
                                    "LANGUAGE",
                                    "BLOCKLIST",
                                    "PROHIBITED_CONTENT",
                                    "SPII",
                                    "IMAGE_SAFETY" -> FinishReason.CONTENT_FILTER;
                            default -> FinishReason.OTHER;
                        });
                progress.ended();
            }
            if (hasCall(candidate)) {
                progress.callsTool();
            }
            progress.spoke(!candidate.isMissingNode());
        }

        private static boolean hasCall(JsonNode candidate) {
            for (JsonNode part : candidate.path("content").path("parts")) {
                if (part.has("functionCall")) {
                    return true;
                }
            }
            return false;
        }
    },
    OLLAMA {
        @Override
        void look(JsonNode event, Progress progress) {
            if (event.path("done").asBoolean()) {
                String reason = text(event.path("done_reason"));
                progress.finished(
                        switch (reason == null ? "stop" : reason) {
                            case "stop" ->
                                progress.calledTools() || !calls(event).isEmpty()
                                        ? FinishReason.TOOL_CALLS
                                        : FinishReason.STOP;
                            case "length" -> FinishReason.LENGTH;
                            default -> FinishReason.OTHER;
                        });
                progress.ended();
            }
            progress.spoke(event.has("message"));
        }

        /** Calls are numbered, as LangChain4j takes those without a number for parts of one. */
        @Override
        String completed(JsonNode event, String text, Progress progress) {
            boolean numbered = false;
            for (JsonNode call : calls(event)) {
                int number = progress.callsTool();
                if (call.path("function") instanceof ObjectNode function && !function.has("index")) {
                    function.put("index", number);
                    numbered = true;
                }
            }
            return numbered ? event.toString() : text;
        }

        private static JsonNode calls(JsonNode event) {
            return event.path("message").path("tool_calls");
        }
    };

    /** Takes from an event, or from an answer as a whole, what it says of the answer's progress. */
    abstract void look(JsonNode event, Progress progress);

    /** The text of an event as LangChain4j is given it. */
    String completed(JsonNode event, String text, Progress progress) {
        return text;
    }

    /** True if each line is an event; otherwise the stream is one of server-sent events. */
    boolean linesAreEvents() {
        return this == OLLAMA;
    }

    static Dialect of(ProviderKind kind) {
        return switch (kind) {
            case OPENAI, AZURE_OPENAI, OPENROUTER, OPENAI_COMPATIBLE -> OPENAI;
            case ANTHROPIC -> ANTHROPIC;
            case GEMINI -> GEMINI;
            case OLLAMA -> OLLAMA;
        };
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isEmpty() ? node.textValue() : null;
    }
}
