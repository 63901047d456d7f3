package dev.atlas.application.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Change;
import dev.atlas.application.Refusal;
import dev.atlas.application.Refusal.NotAllowed;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectDetails;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ProjectCatalogTest extends ProjectsTest {

    @Test
    void aNewProjectIsItsMakersAndIsFoundAsItWasMade() {
        ProjectDetails details = new ProjectDetails(
                " Alpha ",
                " about ",
                "regression",
                Visibility.PRIVATE,
                List.of("b", "a", "b"),
                json("{\"retention_days\":90}"),
                json("{\"a.b\":{\"$c\":1.50}}"));

        Project made = projects.catalog().create(ann, details).value();

        assertThat(get(ann, made.id())).isEqualTo(made);
        assertThat(made.ownerId()).isEqualTo(ann.user());
        assertThat(made.name()).isEqualTo("Alpha");
        assertThat(made.description()).isEqualTo("about");
        assertThat(made.tags()).containsExactly("b", "a");
        assertThat(made.status()).isEqualTo(ProjectStatus.ACTIVE);
        assertThat(made.updatedAt()).isEqualTo(made.createdAt());
        assertThat(made.version()).isZero();
    }

    /*
     * A name is taken only by another active project of the same owner; case counts.
     */
    @Test
    void anOwnerHasOneActiveProjectOfAName() {
        Project first = create(ann, "alpha", Visibility.PRIVATE);

        assertRefused(WrongState.class, "project.name_taken", () -> create(ann, " alpha ", Visibility.PUBLIC));
        create(ann, "Alpha", Visibility.PRIVATE);
        create(sam, "alpha", Visibility.PRIVATE);
        archive(first);
        create(ann, "alpha", Visibility.PRIVATE);
    }

    /*
     * Two create a project of one name at once, many times over. Each time one is made, and one is told that it is taken.
     */
    @Test
    void ofTwoWhoTakeANameAtOnceOneGetsIt() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                Callable<String> take = attempt("project " + round);
                List<Future<String>> answers = both.invokeAll(List.of(take, take));
                assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                        .containsExactlyInAnyOrder("made", "project.name_taken");
            }
        }
    }

    private Callable<String> attempt(String name) {
        return () -> {
            try {
                create(ann, name, Visibility.PRIVATE);
                return "made";
            } catch (WrongState e) {
                return e.code();
            }
        };
    }

    /*
     * Of a patch, what is absent stays, what is there replaces, and null clears; settings and metadata merge at every depth.
     */
    @Test
    void aChangeIsAMergePatch() {
        ProjectDetails details = new ProjectDetails(
                "alpha",
                "about",
                "regression",
                Visibility.PUBLIC,
                List.of("a"),
                json("{\"keep\":1,\"drop\":2,\"deep\":{\"x\":1,\"y\":2}}"),
                json("{\"m\":1}"));
        Project before = projects.catalog().create(ann, details).value();

        Project after = projects.catalog()
                .change(
                        ann,
                        before.id(),
                        new ProjectChange(
                                Change.to("beta"),
                                Change.kept(),
                                Change.to(null),
                                Change.to(null),
                                Change.to(List.of("b", "c")),
                                Change.to(json("{\"drop\":null,\"deep\":{\"y\":3},\"new\":[]}")),
                                Change.to(null)),
                        before.version())
                .value();

        assertThat(after.details())
                .isEqualTo(new ProjectDetails(
                        "beta",
                        "about",
                        null,
                        Visibility.PRIVATE,
                        List.of("b", "c"),
                        json("{\"keep\":1,\"deep\":{\"x\":1,\"y\":3},\"new\":[]}"),
                        Json.Obj.EMPTY));
        assertThat(after.version()).isEqualTo(1);
        assertThat(after.updatedAt()).isAfter(before.updatedAt());
        assertThat(get(ann, before.id())).isEqualTo(after);
    }

    @Test
    void aChangeThatChangesNothingLeavesTheVersion() {
        Project before = create(ann, "alpha", Visibility.PRIVATE);

        assertThat(projects.catalog()
                        .change(ann, before.id(), named(" alpha"), null)
                        .value())
                .isEqualTo(before);
        assertThat(get(ann, before.id())).isEqualTo(before);
    }

    @Test
    void aNameCannotBeCleared() {
        Project project = create(ann, "alpha", Visibility.PRIVATE);

        assertThatThrownBy(() -> projects.catalog()
                        .change(ann, project.id(), change(Change.to(null), Change.kept(), Change.kept()), null))
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.field()).isEqualTo("name"));
    }

    @Test
    void aChangeBasedOnAnOldVersionIsRefused() {
        Project read = create(ann, "alpha", Visibility.PRIVATE);
        Project first =
                projects.catalog().change(ann, read.id(), named("beta"), 0L).value();

        assertRefused(Refusal.Stale.class, "version.stale", () -> projects.catalog()
                .change(ann, read.id(), named("gamma"), 0L));
        assertThat(get(ann, read.id())).isEqualTo(first);
    }

    @Test
    void renamingToATakenNameIsRefused() {
        create(ann, "alpha", Visibility.PRIVATE);
        Project other = create(ann, "beta", Visibility.PRIVATE);

        assertRefused(WrongState.class, "project.name_taken", () -> projects.catalog()
                .change(ann, other.id(), named("alpha"), null));
    }

    /*
     * An editor describes the project. Its name is not for editors: they could find out the names of the owner's other
     * projects by trying. Nor is who may read it.
     */
    @Test
    void anEditorDescribesAndTheOwnerNames() {
        Project project = shared("alpha");
        create(ann, "secret", Visibility.PRIVATE);

        ProjectChange described = change(Change.kept(), Change.to("by ed"), Change.kept());
        Project after =
                projects.catalog().change(ed, project.id(), described, null).value();
        assertThat(after.description()).isEqualTo("by ed");

        for (String name : List.of("secret", "free")) {
            assertRefused(NotAllowed.class, "project.role_missing", () -> projects.catalog()
                    .change(ed, project.id(), named(name), null));
        }
        assertRefused(NotAllowed.class, "project.role_missing", () -> projects.catalog()
                .change(ed, project.id(), change(Change.kept(), Change.kept(), Change.to(Visibility.PUBLIC)), null));
        assertRefused(NotAllowed.class, "project.role_missing", () -> projects.catalog()
                .change(vic, project.id(), described, null));
    }

    @Test
    void anArchivedProjectIsNotChanged() {
        Project project = archive(shared("alpha"));

        assertRefused(WrongState.class, "project.archived", () -> projects.catalog()
                .change(ann, project.id(), named("beta"), null));
    }

    /*
     * A project that becomes private is gone for strangers with the next question; a member who is removed is one.
     */
    @Test
    void publicAndPrivateTakeEffectAtOnce() {
        Project project = create(ann, "alpha", Visibility.PUBLIC);
        join(project, vic, MemberRole.VIEWER);
        assertThat(get(sam, project.id())).isEqualTo(project);

        ProjectChange close = change(Change.kept(), Change.kept(), Change.to(Visibility.PRIVATE));
        Project closed =
                projects.catalog().change(ann, project.id(), close, null).value();

        assertHidden(() -> get(sam, project.id()));
        assertThat(get(vic, project.id())).isEqualTo(closed);
        projects.membership().remove(ann, project.id(), vic.user(), null);
        assertHidden(() -> get(vic, project.id()));
    }

    private static ProjectChange named(String name) {
        return change(Change.to(name), Change.kept(), Change.kept());
    }

    private static ProjectChange change(
            Change<String> name, Change<String> description, Change<Visibility> visibility) {
        return new ProjectChange(
                name, description, Change.kept(), visibility, Change.kept(), Change.kept(), Change.kept());
    }
}
