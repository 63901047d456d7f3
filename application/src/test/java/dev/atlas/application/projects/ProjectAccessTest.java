package dev.atlas.application.projects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Caller;
import dev.atlas.application.Change;
import dev.atlas.application.Refusal;
import dev.atlas.application.Refusal.NotAllowed;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.Repositories;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ProjectAccessTest extends ProjectsTest {

    private static final ProjectChange NOTHING = new ProjectChange(
            Change.kept(), Change.kept(), Change.kept(), Change.kept(), Change.kept(), Change.kept(), Change.kept());

    /*
     * In a private project the owner may read, write and own, an editor read and write, a viewer read; to a stranger it
     * does not exist. Whoever may do it is handed the project.
     */
    @Test
    void aPrivateProjectIsItsMembersAlone() {
        Project project = shared("alpha");

        assertThat(List.of(rights(ann, project), rights(ed, project), rights(vic, project), rights(sam, project)))
                .containsExactly("read write own", "read write -", "read - -", "? ? ?");
        assertThat(rights(root, project)).isEqualTo("read write own");
    }

    /*
     * Everybody may read a public project. Writing still takes a role.
     */
    @Test
    void aPublicProjectIsEverybodysToRead() {
        Project project = create(ann, "alpha", Visibility.PUBLIC);
        join(project, ed, MemberRole.EDITOR);

        assertThat(List.of(rights(ann, project), rights(ed, project), rights(sam, project), rights(root, project)))
                .containsExactly("read write own", "read write -", "read - -", "read write own");
    }

    /*
     * An archived project can be read by those who could before, and owned; nobody writes.
     */
    @Test
    void anArchivedProjectIsReadOnly() {
        Project project = archive(shared("alpha"));

        assertThat(List.of(rights(ann, project), rights(ed, project), rights(vic, project), rights(sam, project)))
                .containsExactly("read archived own", "read archived -", "read - -", "? ? ?");
    }

    /*
     * Whatever a stranger tries with a private project ends in the very words that an id gets which nothing has.
     */
    @TestFactory
    Stream<DynamicTest> aStrangerCannotTellAPrivateProjectFromNone() {
        Project hidden = shared("alpha");
        Project archived = archive(shared("beta"));
        return Stream.of(hidden.id(), archived.id(), this.<Project>unknown()).flatMap(id -> attempts(id)
                .map(attempt -> DynamicTest.dynamicTest(id.toString(), () -> assertHidden(() -> attempt.accept(sam)))));
    }

    /*
     * A role in a project is worth nothing without the permission, here of a token that may only look.
     */
    @TestFactory
    Stream<DynamicTest> lookingIsAllThatAPermissionToLookAllows() {
        Project project = create(ann, "alpha", Visibility.PRIVATE);
        Caller token = new Caller(ann.user(), "ann", Set.of(Permission.PROJECT_VIEW), null, ann.origin());
        assertThat(get(token, project.id())).isEqualTo(project);

        return writes(project.id())
                .map(write -> DynamicTest.dynamicTest(
                        "a write",
                        () -> assertRefused(NotAllowed.class, "permission.missing", () -> write.accept(token))));
    }

    @Test
    void withoutThePermissionToLookNothingIsSeen() {
        Project project = create(ann, "alpha", Visibility.PUBLIC);
        Caller blind = new Caller(ann.user(), "ann", Set.of(), null, ann.origin());

        assertRefused(NotAllowed.class, "permission.missing", () -> get(blind, project.id()));
    }

    private Stream<Consumer<Caller>> attempts(Id<Project> id) {
        return Stream.concat(
                writes(id),
                Stream.of(
                        caller -> get(caller, id),
                        caller -> now(projects.settings().get(caller, id)),
                        caller -> now(projects.membership().list(caller, id, Page.first(10))),
                        caller -> now(projects.membership().get(caller, id, ann.user())),
                        caller -> projects.membership().remove(caller, id, caller.user(), null)));
    }

    private Stream<Consumer<Caller>> writes(Id<Project> id) {
        return Stream.of(
                caller -> projects.catalog().change(caller, id, NOTHING, 99L),
                caller -> projects.settings().patch(caller, id, json("{}"), 99L),
                caller -> projects.settings().put(caller, id, json("{}"), null),
                caller -> projects.lifecycle().archive(caller, id, 99L),
                caller -> projects.lifecycle().restore(caller, id, null),
                caller -> projects.lifecycle().transfer(caller, id, unknownUser(), null),
                caller -> projects.lifecycle().delete(caller, id, null),
                caller -> projects.membership().put(caller, id, unknownUser(), MemberRole.VIEWER, null),
                caller -> projects.membership().remove(caller, id, ed.user(), null));
    }

    private String rights(Caller caller, Project project) {
        ProjectAccess access = projects.access();
        return String.join(
                " ",
                right("read", project, repositories -> access.readable(repositories, caller, project.id())),
                right("write", project, repositories -> access.writable(repositories, caller, project.id())),
                right("own", project, repositories -> access.owned(repositories, caller, project.id())));
    }

    private String right(String name, Project project, Function<Repositories, Project> check) {
        try {
            assertThat(test.storage().write(check).value()).isEqualTo(project);
            return name;
        } catch (NotAllowed e) {
            assertThat(e.code()).isEqualTo("project.role_missing");
            return "-";
        } catch (WrongState e) {
            assertThat(e.code()).isEqualTo("project.archived");
            return "archived";
        } catch (Refusal.NotFound e) {
            assertThat(e.code()).isEqualTo("project.not_found");
            return "?";
        }
    }
}
