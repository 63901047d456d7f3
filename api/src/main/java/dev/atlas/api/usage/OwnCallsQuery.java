package dev.atlas.api.usage;

import dev.atlas.api.http.Query;
import dev.atlas.application.usage.UsageQuestion;
import dev.atlas.domain.Id;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.usage.UsageFilter;
import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;

/** Which of the caller's own calls are asked for. */
@Introspected
record OwnCallsQuery(
        @Nullable @Query("Only for this project.") Id<Project> project,
        @Nullable @Query("Only by this agent.") String agent,
        @Nullable @Query("Only of this provider, exactly.") String provider,
        @Nullable @Query("Only of this model, exactly.") String model) {

    UsageFilter filter() {
        return new UsageFilter(null, project, agent, provider, model);
    }

    UsageQuestion during(PeriodQuery period) {
        return new UsageQuestion(filter(), period.start(), period.end());
    }
}
