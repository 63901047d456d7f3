package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import org.jspecify.annotations.Nullable;

/** Whose calls, and of what, are wanted; null asks for nothing. Texts are compared exactly. */
public record UsageFilter(
        @Nullable Id<User> user,
        @Nullable Id<Project> project,
        @Nullable String agent,
        @Nullable String provider,
        @Nullable String model) {

    /** All of them. */
    public static final UsageFilter NONE = new UsageFilter(null, null, null, null, null);

    /** Everything that is wanted here, of this user alone. */
    public UsageFilter of(Id<User> owner) {
        return new UsageFilter(owner, project, agent, provider, model);
    }
}
