package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import dev.atlas.domain.chat.ChatUsage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said to a bot, or that it answered.
 *
 * @param content in Markdown if the bot said it; empty for what is no text
 * @param platformMessageId what the platform knows it by; absent if it has no id, or none yet. Of an answer in parts, that of the last
 * @param agent who answers it, or answered; absent for none
 * @param toolCalls what the agent used, as an array of objects with {@code name} and {@code duration_ms}
 * @param usage absent unless a model was asked and told
 * @param durationMs how long the answer took, in milliseconds; absent unless a model was asked
 * @param error what went wrong, as a word of ours such as {@code provider.unavailable}; absent if nothing did
 */
public record BotMessage(
        Id<BotMessage> id,
        Id<BotConversation> conversationId,
        BotDirection direction,
        String content,
        @Nullable String platformMessageId,
        @Nullable String agent,
        Json.Arr toolCalls,
        @Nullable ChatUsage usage,
        @Nullable Long durationMs,
        @Nullable String error,
        Instant createdAt,
        long version) {

    static final int LONGEST_AGENT = 64;

    private static final int LONGEST_ERROR = 2000;

    public BotMessage {
        content = Text.storable("content", content, BotReply.LONGEST);
        platformMessageId = Text.optional("platform_message_id", platformMessageId, BotInbound.LONGEST_ID);
        agent = Text.optional("agent", agent, LONGEST_AGENT);
        error = Text.optional("error", error, LONGEST_ERROR);
        createdAt = Instants.micros("created_at", createdAt);
    }

    /**
     * This message under the id the platform gave it.
     *
     * @param why it was not sent to the end; absent if it was
     */
    public BotMessage sentAs(@Nullable String messageId, @Nullable String why) {
        return new BotMessage(
                id,
                conversationId,
                direction,
                content,
                messageId,
                agent,
                toolCalls,
                usage,
                durationMs,
                why == null ? error : why,
                createdAt,
                version);
    }
}
