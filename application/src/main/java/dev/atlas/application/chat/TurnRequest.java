package dev.atlas.application.chat;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;
import dev.atlas.domain.agents.Agent;
import dev.atlas.domain.agents.ChatPreset;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.providers.ChatDefaults;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a chat says, and how it shall be answered.
 *
 * @param session absent for a chat that begins with it
 * @param content something that can be seen, at most {@value ChatEntry#LONGEST} code points
 * @param provider absent for the chat's own, or else the usual one; a chat that begins keeps it
 * @param model absent for the chat's own, or else the provider's usual one; a chat that begins keeps it
 * @param maxTokens absent for the usual length
 * @param temperature absent for the usual one
 * @param systemPrompt absent for the usual one; may be empty
 * @param agent who answers; absent for that of the preset, or else the chat's own; a chat that begins keeps it
 * @param preset how it answers; absent for none
 * @param toolsEnabled absent for tools if an agent answers that has some
 */
public record TurnRequest(
        @Nullable Id<ChatSession> session,
        String content,
        @Nullable String provider,
        @Nullable String model,
        @Nullable Integer maxTokens,
        @Nullable BigDecimal temperature,
        @Nullable String systemPrompt,
        @Nullable String agent,
        @Nullable Id<ChatPreset> preset,
        @Nullable Boolean toolsEnabled) {

    public TurnRequest {
        content = Text.storable("content", content, ChatEntry.LONGEST);
        if (Text.unseen(content)) {
            throw new InvalidValue("content", "must not be blank");
        }
        provider = Text.optional("provider", provider, 32);
        model = Text.optional("model", model, 128);
        if (maxTokens != null) {
            ChatDefaults.tokens("max_tokens", maxTokens);
        }
        if (temperature != null) {
            ChatDefaults.temperature("temperature", temperature);
        }
        systemPrompt = Text.storableOrNull("system_prompt", systemPrompt, ChatDefaults.LONGEST_PROMPT);
        agent = agent == null ? null : Agent.of("agent", agent).id();
    }

    /** Of no agent but the chat's own. */
    public TurnRequest(
            @Nullable Id<ChatSession> session,
            String content,
            @Nullable String provider,
            @Nullable String model,
            @Nullable Integer maxTokens,
            @Nullable BigDecimal temperature,
            @Nullable String systemPrompt) {
        this(session, content, provider, model, maxTokens, temperature, systemPrompt, null, null, null);
    }
}
