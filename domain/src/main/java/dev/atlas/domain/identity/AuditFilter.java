package dev.atlas.domain.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.projects.Project;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit trail are wanted; null asks for nothing.
 *
 * @param user only what this user did
 * @param project only what happened in this project
 * @param action only this action, exactly
 * @param since only at this time or later
 * @param before only before this time
 */
public record AuditFilter(
        @Nullable Id<User> user,
        @Nullable Id<Project> project,
        @Nullable String action,
        @Nullable Instant since,
        @Nullable Instant before) {

    /** Every entry. */
    public static final AuditFilter NONE = new AuditFilter(null, null, null, null, null);
}
