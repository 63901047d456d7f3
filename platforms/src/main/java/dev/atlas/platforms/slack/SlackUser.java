package dev.atlas.platforms.slack;

import org.jspecify.annotations.Nullable;

/**
 * Somebody in a workspace.
 *
 * @param name as others see it; absent if they have none
 */
public record SlackUser(
        String id, String username, @Nullable String name) {}
