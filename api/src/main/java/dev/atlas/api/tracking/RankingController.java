package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.tracking.ExperimentComparison;
import dev.atlas.application.tracking.ExperimentRanking;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Direction;
import dev.atlas.domain.tracking.Experiment;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/experiments")
final class RankingController {

    /** Which experiments to compare, in which order. */
    public record ComparisonInput(
            @Limits(min = 1, max = ExperimentComparison.MAX_IDS)
            List<Id<Experiment>> ids) implements Input {}

    private final ExperimentRanking ranking;
    private final ExperimentComparison comparison;

    RankingController(Atlas atlas) {
        this.ranking = atlas.tracking().ranking();
        this.comparison = atlas.tracking().comparison();
    }

    @Get("/best")
    @Operation(
            id = "rankExperiments",
            summary = "Ranks completed experiments by a metric; those without a finite value are left out.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<RankedExperimentView>> best(
            Caller caller,
            @Query(value = "What to rank by.", standard = ExperimentRanking.DEFAULT_METRIC) String metric,
            @Query(value = "Whether the smallest or the largest value is best.", standard = "min") Direction direction,
            @Nullable @Query(value = "Only those of this challenge.", min = 1, max = 2) Long challenge,
            @Nullable @Query("Only those of this project.") Id<Project> project,
            @Query(value = "How many at most.", standard = "10", min = 1, max = Page.MAX_LIMIT) long limit) {
        ExperimentRanking.Question question =
                new ExperimentRanking.Question(metric, direction, challenge, project, (int) limit);
        return ranking.best(caller, question)
                .thenApply(places -> new Listed<>(
                        places.stream().map(RankedExperimentView::of).toList(), null));
    }

    @Post("/compare")
    @Operation(
            id = "compareExperiments",
            summary = "Puts experiments side by side, in the order asked for, with what differs.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<ComparisonView> compare(Caller caller, @Body ComparisonInput compared) {
        return comparison.compare(caller, compared.ids()).thenApply(ComparisonView::of);
    }
}
