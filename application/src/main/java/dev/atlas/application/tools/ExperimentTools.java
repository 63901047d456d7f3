package dev.atlas.application.tools;

import static java.util.Objects.requireNonNullElse;

import dev.atlas.application.Caller;
import dev.atlas.application.tracking.ExperimentHistory;
import dev.atlas.application.tracking.ExperimentRanking;
import dev.atlas.application.tracking.StatusMove;
import dev.atlas.application.tracking.TrackingUseCases;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.tracking.Direction;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import dev.atlas.domain.tracking.ExperimentStatus;
import dev.atlas.domain.tracking.Leaderboard;
import java.util.List;

/** Tools about experiments. */
record ExperimentTools(TrackingUseCases tracking) {

    private static final String CATEGORY = "experiments";
    private static final int USUAL = 20;
    private static final int MOST = 50;

    List<Tool> all() {
        return List.of(
                new Tool(
                        "search_experiments",
                        CATEGORY,
                        "Lists the experiments the user may read, those started last first.",
                        new Parameters()
                                .id("project", "Only those of this project.")
                                .word("status", "Only those in this status.", words(ExperimentStatus.class))
                                .number("challenge", "Only those of this challenge, 1 or 2.")
                                .text("tag", "Only those with exactly this tag.")
                                .text("model", "Only those whose model has exactly this name.")
                                .number("limit", "At most so many, 1 to 50; 20 without it."),
                        Permission.TRACKING_VIEW,
                        false,
                        this::search),
                new Tool(
                        "best_experiments",
                        CATEGORY,
                        "Ranks the completed experiments by a metric, the best first.",
                        new Parameters()
                                .text("metric", "Its name; best_val_loss without it.")
                                .word(
                                        "direction",
                                        "min if less is better, which it is without it.",
                                        words(Direction.class))
                                .id("project", "Only those of this project.")
                                .number("challenge", "Only those of this challenge, 1 or 2.")
                                .number("limit", "At most so many, 1 to 50; 10 without it."),
                        Permission.TRACKING_VIEW,
                        false,
                        this::best),
                new Tool(
                        "get_experiment",
                        CATEGORY,
                        "Shows one experiment with its configuration, and how many epochs and checkpoints it has.",
                        new Parameters().id("id", "Of the experiment.").needed(),
                        Permission.TRACKING_VIEW,
                        false,
                        this::one),
                new Tool(
                        "set_experiment_status",
                        CATEGORY,
                        "Moves an experiment to another status.",
                        new Parameters()
                                .id("id", "Of the experiment.")
                                .needed()
                                .word("status", "The one it gets.", words(ExperimentStatus.class))
                                .needed(),
                        Permission.TRACKING_WRITE,
                        true,
                        this::move),
                new Tool(
                        "delete_experiment",
                        CATEGORY,
                        "Deletes an experiment with its epochs and checkpoints, for ever.",
                        new Parameters().id("id", "Of the experiment.").needed(),
                        Permission.TRACKING_WRITE,
                        true,
                        this::delete));
    }

    private static <E extends Enum<E>> List<String> words(Class<E> type) {
        return ToolArguments.words(type);
    }

    private Json search(Caller caller, ToolArguments given) {
        ExperimentFilter filter = new ExperimentFilter(
                given.word("status", ExperimentStatus.class),
                given.number("challenge"),
                given.text("tag"),
                given.text("model"),
                null,
                null);
        Page page = Page.first(given.limit(USUAL, MOST));
        Slice<Experiment> found = tracking.experiments()
                .list(caller, given.id("project"), filter, page)
                .join();
        return Facts.list("experiments", found.items(), Facts::of, found.next() != null);
    }

    private Json best(Caller caller, ToolArguments given) {
        ExperimentRanking.Question question = new ExperimentRanking.Question(
                requireNonNullElse(given.text("metric"), ExperimentRanking.DEFAULT_METRIC),
                requireNonNullElse(given.word("direction", Direction.class), Direction.MIN),
                given.number("challenge"),
                given.id("project"),
                given.limit(ExperimentRanking.DEFAULT_LIMIT, MOST));
        List<Leaderboard.Place> places =
                tracking.ranking().best(caller, question).join();
        return Facts.list(
                "experiments", places, place -> Facts.of(place.experiment()).with("value", place.value()), false);
    }

    private Json one(Caller caller, ToolArguments given) {
        Id<Experiment> id = given.neededId("id");
        ExperimentHistory history = tracking.experiments().history(caller, id).join();
        return Facts.whole(history.experiment())
                .with("epochs", (long) history.epochs().size())
                .with("checkpoints", (long) history.checkpoints().size())
                .object();
    }

    private Json move(Caller caller, ToolArguments given) {
        ExperimentStatus status = given.word("status", ExperimentStatus.class);
        if (status == null) {
            throw new InvalidValue("status", "must be there");
        }
        Id<Experiment> id = given.neededId("id");
        return Facts.of(tracking.lifecycle()
                        .move(caller, id, StatusMove.to(status), null)
                        .value())
                .object();
    }

    private Json delete(Caller caller, ToolArguments given) {
        Id<Experiment> id = given.neededId("id");
        return new Facts()
                .with(
                        "deleted",
                        tracking.experiments().delete(caller, id, null).value().id())
                .object();
    }
}
