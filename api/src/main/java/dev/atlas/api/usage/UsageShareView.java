package dev.atlas.api.usage;

import dev.atlas.api.http.View;
import dev.atlas.application.usage.UsageShare;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.usage.UsageDimensions;
import dev.atlas.domain.usage.UsageFigures;
import dev.atlas.domain.usage.UsageSum;
import org.jspecify.annotations.Nullable;

/** A part of what was used, and whose or what's it is. */
@View
public record UsageShareView(
        @Nullable String provider,
        @Nullable String model,
        @Nullable Id<User> userId,
        @Nullable String username,
        @Nullable Id<Project> projectId,
        @Nullable String agent,
        UsageView usage) {

    static UsageShareView of(UsageShare share) {
        return of(share.of(), share.username(), share.figures());
    }

    static UsageShareView of(UsageSum sum) {
        return of(sum.of(), null, sum.figures());
    }

    private static UsageShareView of(UsageDimensions of, @Nullable String username, UsageFigures figures) {
        return new UsageShareView(
                of.provider(), of.model(), of.user(), username, of.project(), of.agent(), UsageView.of(figures));
    }
}
