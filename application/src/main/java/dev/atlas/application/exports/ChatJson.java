package dev.atlas.application.exports;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatTotals;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.chat.ToolCall;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A chat as one JSON object, line by line, however long it is; its members are called as over HTTP. */
final class ChatJson {

    static final String CLOSING = "]}";

    private final SequencedMap<String, Json> members = new LinkedHashMap<>();

    private ChatJson() {}

    /** All but the messages. */
    static String opening(ChatSession session) {
        ChatTotals totals = session.totals();
        String object = new ChatJson()
                .text("id", session.id())
                .text("title", session.title())
                .text("provider", session.provider())
                .text("model", session.model())
                .text("agent", session.agent())
                .with("variables", session.variables())
                .text("archived_at", session.archivedAt() == null ? null : Instants.text(session.archivedAt()))
                .number("message_count", totals.messages())
                .number("prompt_tokens", totals.promptTokens())
                .number("completion_tokens", totals.completionTokens())
                .text("cost_usd", totals.costUsd().toPlainString())
                .number("unpriced_count", totals.unpriced())
                .text("created_at", Instants.text(session.createdAt()))
                .text("updated_at", Instants.text(session.updatedAt()))
                .object();
        return object.substring(0, object.length() - 1) + ",\"messages\":[";
    }

    /** A message; the first one has the number 1. */
    static String message(ChatMessage message) {
        ChatEntry entry = message.entry();
        ChatUsage usage = entry.usage();
        BigDecimal cost = usage == null ? null : usage.costUsd();
        String object = new ChatJson()
                .number("sequence", message.sequence())
                .text("role", Words.of(entry.role()))
                .text("state", Words.of(entry.state()))
                .text("content", entry.content())
                .text("provider", entry.provider())
                .text("model", entry.model())
                .number("prompt_tokens", usage == null ? null : (Long) usage.promptTokens())
                .number("completion_tokens", usage == null ? null : (Long) usage.completionTokens())
                .text("cost_usd", cost == null ? null : cost.toPlainString())
                .with("tool_calls", ToolCall.json(entry.toolCalls()))
                .with("metadata", entry.metadata())
                .text("created_at", Instants.text(message.createdAt()))
                .object();
        return message.sequence() == 1 ? object : "," + object;
    }

    private ChatJson text(String name, @Nullable Object value) {
        return with(name, value == null ? null : new Json.Str(value.toString()));
    }

    private ChatJson number(String name, @Nullable Long value) {
        return with(name, value == null ? null : Json.Num.of(value));
    }

    private ChatJson with(String name, @Nullable Json value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    private String object() {
        return new Json.Obj(members).text();
    }
}
