package dev.atlas.api.tracking;

import dev.atlas.api.http.BadRequest;
import dev.atlas.api.http.Input;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.tracking.ExperimentComparison;
import dev.atlas.application.tracking.ExperimentRanking;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.tracking.Direction;
import dev.atlas.domain.tracking.Experiment;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/experiments")
final class RankingController {

    /** Which experiments to compare, in which order. */
    public record Compared(List<Id<Experiment>> ids) implements Input {}

    private final ExperimentRanking ranking;
    private final ExperimentComparison comparison;

    RankingController(Atlas atlas) {
        this.ranking = atlas.tracking().ranking();
        this.comparison = atlas.tracking().comparison();
    }

    @Get("/best")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<Listed<RankedView>> best(
            Caller caller,
            @Nullable @QueryValue String metric,
            @Nullable @QueryValue String direction,
            @Nullable @QueryValue String challenge,
            @Nullable @QueryValue String project,
            @Nullable @QueryValue String limit) {
        Direction wanted = Parameters.word("direction", Direction.class, direction);
        ExperimentRanking.Question question = new ExperimentRanking.Question(
                Objects.requireNonNullElse(metric, ExperimentRanking.DEFAULT_METRIC),
                Objects.requireNonNullElse(wanted, Direction.MIN),
                Parameters.whole("challenge", challenge),
                Parameters.id("project", project),
                limit(limit));
        return ranking.best(caller, question)
                .thenApply(places ->
                        new Listed<>(places.stream().map(RankedView::of).toList(), null));
    }

    @Post("/compare")
    @Requires(Permission.TRACKING_VIEW)
    CompletableFuture<ComparisonView> compare(Caller caller, @Body Compared compared) {
        return comparison.compare(caller, compared.ids()).thenApply(ComparisonView::of);
    }

    private static int limit(@Nullable String text) {
        Long limit = Parameters.whole("limit", text);
        if (limit == null) {
            return ExperimentRanking.DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > Page.MAX_LIMIT) {
            throw new BadRequest("limit", "must be between 1 and " + Page.MAX_LIMIT);
        }
        return limit.intValue();
    }
}
