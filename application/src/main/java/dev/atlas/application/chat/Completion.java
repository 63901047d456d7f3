package dev.atlas.application.chat;

import dev.atlas.application.providers.ModelAnswer;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.domain.usage.UsageRecord;
import org.jspecify.annotations.Nullable;

/**
 * How a conversation that its client keeps went on.
 *
 * @param answer absent if it did not come to its end
 * @param problem why not; absent if it did, and if nobody wanted it any more
 * @param record what it took
 */
public record Completion(
        @Nullable ModelAnswer answer, @Nullable ProviderProblem problem, UsageRecord record) {}
