package dev.atlas.application.tracking;

import dev.atlas.application.Caller;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Page;
import dev.atlas.domain.Text;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Direction;
import dev.atlas.domain.tracking.ExperimentFilter;
import dev.atlas.domain.tracking.ExperimentStatus;
import dev.atlas.domain.tracking.Leaderboard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The best of the completed experiments. */
public final class ExperimentRanking {

    /** The metric of a question that names none. Source: tracking reference, section 2. */
    public static final String DEFAULT_METRIC = "best_val_loss";

    /** How many a question wants that does not say. Source: tracking reference, section 2. */
    public static final int DEFAULT_LIMIT = 10;

    private final ProjectAccess projects;
    private final ReadableProjects readable;

    ExperimentRanking(ProjectAccess projects) {
        this.projects = projects;
        this.readable = new ReadableProjects(projects);
    }

    /**
     * What is ranked by what.
     *
     * @param challenge only experiments of this one; of any, if null
     * @param project only experiments of this one; of every readable one, if null
     * @param limit 1 to {@value Page#MAX_LIMIT}
     */
    public record Question(
            String metric,
            Direction direction,
            @Nullable Long challenge,
            @Nullable Id<Project> project,
            int limit) {

        public Question {
            metric = Text.required("metric", metric, 200);
            if (limit < 1 || limit > Page.MAX_LIMIT) {
                throw new InvalidValue("limit", "must be between 1 and " + Page.MAX_LIMIT);
            }
        }
    }

    /** The best first. Those without a finite value are left out; see {@link Leaderboard}. */
    public CompletableFuture<List<Leaderboard.Place>> best(Caller caller, Question question) {
        ExperimentAccess.mayRead(caller);
        ExperimentFilter completed =
                ExperimentFilter.in(ExperimentStatus.COMPLETED).ofChallenge(question.challenge());
        return projects.reading(caller, repositories -> {
            Leaderboard board = new Leaderboard(question.metric(), question.direction(), question.limit());
            readable.forEach(repositories, caller, question.project(), completed, board::offer);
            return board.places();
        });
    }
}
