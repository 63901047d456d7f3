package dev.atlas.domain.chat;

import org.jspecify.annotations.Nullable;

/**
 * Which sessions of a list are wanted.
 *
 * @param includeArchived false for those in use alone
 * @param titleContains only those whose title holds this text, whatever the case; null asks for nothing
 */
public record ChatFilter(boolean includeArchived, @Nullable String titleContains) {

    /** Every session, archived ones too. */
    public static final ChatFilter NONE = new ChatFilter(true, null);
}
