package dev.atlas.application.chat;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ChatMessage;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** How a turn was to be answered that waits for an approval, kept with its answer. */
final class Continuation {

    /** Its name in the metadata of the message. */
    static final String MEMBER = "continuation";

    private Continuation() {}

    static Json.Obj of(TurnRequest request) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        text(members, "agent", request.agent());
        text(members, "preset", request.preset());
        text(members, "provider", request.provider());
        text(members, "model", request.model());
        text(members, "system_prompt", request.systemPrompt());
        if (request.maxTokens() != null) {
            members.put("max_tokens", Json.Num.of(request.maxTokens()));
        }
        if (request.temperature() != null) {
            members.put("temperature", new Json.Num(request.temperature()));
        }
        if (request.toolsEnabled() != null) {
            members.put("tools_enabled", new Json.Bool(request.toolsEnabled()));
        }
        return new Json.Obj(members);
    }

    /** The request that {@code waiting} is the answer of, but for what was said. */
    static TurnRequest of(ChatMessage waiting) {
        Json kept = waiting.entry().metadata().members().get(MEMBER);
        SequencedMap<String, Json> members =
                kept instanceof Json.Obj(SequencedMap<String, Json> found) ? found : new LinkedHashMap<>();
        String preset = text(members, "preset");
        return new TurnRequest(
                waiting.sessionId(),
                "Go on.",
                text(members, "provider"),
                text(members, "model"),
                members.get("max_tokens") instanceof Json.Num(BigDecimal tokens) ? (Integer) tokens.intValue() : null,
                members.get("temperature") instanceof Json.Num(BigDecimal temperature) ? temperature : null,
                text(members, "system_prompt"),
                text(members, "agent"),
                preset == null ? null : Id.parse("preset", preset),
                members.get("tools_enabled") instanceof Json.Bool(boolean enabled) ? (Boolean) enabled : null);
    }

    private static void text(SequencedMap<String, Json> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, new Json.Str(value.toString()));
        }
    }

    private static @Nullable String text(SequencedMap<String, Json> members, String name) {
        return members.get(name) instanceof Json.Str(String text) ? text : null;
    }
}
