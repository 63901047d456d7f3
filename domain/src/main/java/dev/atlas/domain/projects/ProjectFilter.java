package dev.atlas.domain.projects;

import org.jspecify.annotations.Nullable;

/**
 * Which projects of a list are wanted; null asks for nothing.
 *
 * @param status only those in this status
 * @param tag only those that carry exactly this tag
 * @param nameContains only those whose name holds this text; case counts
 */
public record ProjectFilter(@Nullable ProjectStatus status, @Nullable String tag, @Nullable String nameContains) {

    /** Every project, archived ones too. */
    public static final ProjectFilter NONE = new ProjectFilter(null, null, null);
}
