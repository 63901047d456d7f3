package dev.atlas.domain.projects;

import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import org.jspecify.annotations.Nullable;

/**
 * Which projects of a list are wanted; null asks for nothing.
 *
 * @param status only those in this status
 * @param tag only those that carry exactly this tag
 * @param nameContains only those whose name holds this text; case counts
 * @param visibility only those of this visibility
 * @param owner only those of this owner
 */
public record ProjectFilter(
        @Nullable ProjectStatus status,
        @Nullable String tag,
        @Nullable String nameContains,
        @Nullable Visibility visibility,
        @Nullable Id<User> owner) {

    /** Every project, archived ones too. */
    public static final ProjectFilter NONE = new ProjectFilter(null, null, null);

    /** Of any visibility and owner. */
    public ProjectFilter(@Nullable ProjectStatus status, @Nullable String tag, @Nullable String nameContains) {
        this(status, tag, nameContains, null, null);
    }

    /** The same, in this status. */
    public ProjectFilter in(ProjectStatus other) {
        return new ProjectFilter(other, tag, nameContains, visibility, owner);
    }

    /** The same, of this visibility. */
    public ProjectFilter in(Visibility other) {
        return new ProjectFilter(status, tag, nameContains, other, owner);
    }
}
