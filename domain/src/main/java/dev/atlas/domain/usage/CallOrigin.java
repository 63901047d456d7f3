package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Text;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import org.jspecify.annotations.Nullable;

/**
 * For whom and what for a model was called. What is named here may be gone: its id is kept, so that what was used still adds
 * up, and names nobody any more.
 *
 * @param userId absent if Atlas called by itself, or nobody knows
 * @param agent at most 64 code points
 * @param messageId the message that holds the answer
 * @param app what called, such as {@code atlas-chat}, at most 64 code points
 */
public record CallOrigin(
        @Nullable Id<User> userId,
        @Nullable Id<Project> projectId,
        @Nullable String agent,
        @Nullable Id<ChatSession> sessionId,
        @Nullable Id<ChatMessage> messageId,
        @Nullable String app) {

    private static final int LONGEST = 64;

    public CallOrigin {
        agent = Text.optional("agent", agent, LONGEST);
        app = Text.optional("app", app, LONGEST);
    }
}
