package dev.atlas.application.chat;

import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.storage.Committed;
import org.jspecify.annotations.Nullable;

/**
 * What became of a turn.
 *
 * @param said what the owner said, as it was stored before the model was asked
 * @param answered what the model answered, as far as it came
 * @param problem why it is not whole; absent if it is, and if nobody wanted it any more
 */
public record Turn(
        Committed<ChatMessage> said,
        Committed<ChatMessage> answered,
        @Nullable ProviderProblem problem) {}
