package dev.atlas.application.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal.NotAllowed;
import dev.atlas.application.Refusal.NotFound;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Viewers read, editors write, owners delete, and for strangers there is nothing. */
class TrackingAccessTest extends TrackingTest {

    @Test
    void viewersReadAndDoNotWrite() {
        Experiment experiment = start("a");
        assertThat(now(tracking.experiments().get(vic, experiment.id()))).isEqualTo(experiment);
        assertRefused(NotAllowed.class, "project.role_missing", () -> tracking.epochs()
                .log(vic, experiment.id(), entry(0, null, "a", 1), null));
    }

    @Test
    void editorsWriteAndDoNotDelete() {
        Experiment experiment = start("a");
        tracking.epochs().log(ed, experiment.id(), entry(0, null, "a", 1), null);
        assertRefused(NotAllowed.class, "project.role_missing", () -> tracking.experiments()
                .delete(ed, experiment.id(), null));
        tracking.experiments().delete(ann, experiment.id(), null);
        assertRefused(
                NotFound.class,
                "experiment.not_found",
                () -> now(tracking.experiments().get(ann, experiment.id())));
    }

    @Test
    void strangersCannotTellThatAnythingIsThere() {
        Experiment experiment = start("a");
        assertRefused(
                NotFound.class,
                "experiment.not_found",
                () -> now(tracking.experiments().get(sam, experiment.id())));
        assertRefused(NotFound.class, "experiment.not_found", () -> tracking.checkpoints()
                .save(sam, experiment.id(), saved(1, true, 0.1)));
        assertThat(now(tracking.comparison().compare(sam, List.of(experiment.id())))
                        .missing())
                .containsExactly(experiment.id());
        assertThat(names(sam)).isEmpty();
    }

    @Test
    void listsAreOfAllProjectsOneMayRead() {
        start("private");
        Project open = project("open", Visibility.PUBLIC);
        tracking.experiments().start(ann, wanted(open.id(), "public", 1L, "{}", "{}", null));
        assertThat(names(ann)).containsExactly("public", "private");
        assertThat(names(vic)).containsExactly("public", "private");
        assertThat(names(sam)).containsExactly("public");
        assertThat(names(test.administrator("root"))).containsExactly("public", "private");
    }

    @Test
    void archivedProjectsAreOnlyRead() {
        Experiment experiment = start("a");
        test.atlas().projects().lifecycle().archive(ann, project.id(), null);
        assertThat(now(tracking.experiments().get(vic, experiment.id()))).isEqualTo(experiment);
        assertRefused(WrongState.class, "project.archived", () -> tracking.epochs()
                .log(ann, experiment.id(), entry(0, null, "a", 1), null));
        assertRefused(WrongState.class, "project.archived", () -> tracking.experiments()
                .delete(ann, experiment.id(), null));
    }

    @Test
    void standingInAProjectIsNotEnough() {
        Caller reader = new Caller(ann.user(), "ann", Set.of(Permission.TRACKING_VIEW), null, ann.origin());
        Experiment experiment = start("a");
        assertThat(now(tracking.experiments().get(reader, experiment.id()))).isEqualTo(experiment);
        assertRefused(NotAllowed.class, "permission.missing", () -> tracking.epochs()
                .log(reader, experiment.id(), entry(0, null, "a", 1), null));
    }

    private List<String> names(Caller caller) {
        return now(tracking.experiments().list(caller, null, ExperimentFilter.NONE, Page.first(10))).items().stream()
                .map(Experiment::name)
                .toList();
    }
}
