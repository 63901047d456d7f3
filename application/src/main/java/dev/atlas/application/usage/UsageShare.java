package dev.atlas.application.usage;

import dev.atlas.domain.usage.UsageDimensions;
import dev.atlas.domain.usage.UsageFigures;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's or something's part of what was used.
 *
 * @param username of the user, if it is one who is still there; {@value #ANONYMOUS} for calls of nobody, where users are told
 *     apart
 */
public record UsageShare(UsageDimensions of, @Nullable String username, UsageFigures figures) {

    static final String ANONYMOUS = "anonymous";
}
