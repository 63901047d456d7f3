package dev.atlas.api.chat;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.providers.ChatSettingsInput;
import dev.atlas.application.chat.TurnRequest;
import dev.atlas.domain.Id;
import dev.atlas.domain.agents.ChatPreset;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatSession;
import org.jspecify.annotations.Nullable;

/** What the caller says, and how it shall be answered; what is left out is as the chat or the settings say, and without
 * a chat one begins. */
public record ChatCompletionInput(
        @Nullable Id<ChatSession> sessionId,
        @Limits(min = 1, max = ChatEntry.LONGEST) String content,
        @Nullable @Limits(max = 32) String provider,
        @Nullable @Limits(max = 128) String model,
        @Nullable @Limits(min = 100, max = 128_000) Integer maxTokens,
        @Nullable @Limits(min = 0, max = 2) Double temperature,
        @Nullable @Limits(max = 4000) String systemPrompt,

        @Nullable @Limits(words = {"ops", "triage", "engineer", "reviewer"})
        String agent,

        @Nullable Id<ChatPreset> presetId,
        @Nullable Boolean toolsEnabled)
        implements Input {

    TurnRequest request() {
        return new TurnRequest(
                sessionId,
                content,
                provider,
                model,
                maxTokens,
                ChatSettingsInput.exact(temperature),
                systemPrompt,
                agent,
                presetId,
                toolsEnabled);
    }
}
