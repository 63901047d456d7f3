package dev.atlas.application.projects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.Refusal.NotAllowed;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectLifecycleTest extends ProjectsTest {

    @Test
    void aProjectIsArchivedOnceAndRestoredOnce() {
        Project project = create(ann, "alpha", Visibility.PRIVATE);
        assertRefused(WrongState.class, "project.not_archived", () -> projects.lifecycle()
                .restore(ann, project.id(), null));

        Project archived = projects.lifecycle().archive(ann, project.id(), 0L).value();
        assertThat(archived.status()).isEqualTo(ProjectStatus.ARCHIVED);
        assertThat(archived.archivedAt()).isEqualTo(archived.updatedAt()).isAfter(project.updatedAt());
        assertRefused(WrongState.class, "project.archived", () -> archive(project));

        Project restored = projects.lifecycle().restore(ann, project.id(), 1L).value();
        assertThat(restored.status()).isEqualTo(ProjectStatus.ACTIVE);
        assertThat(restored.archivedAt()).isNull();
        assertThat(restored.details()).isEqualTo(project.details());
        assertThat(get(ann, project.id())).isEqualTo(restored);
    }

    @Test
    void aProjectIsNotRestoredOntoATakenName() {
        Project archived = archive(create(ann, "alpha", Visibility.PRIVATE));
        create(ann, "alpha", Visibility.PRIVATE);

        assertRefused(WrongState.class, "project.name_taken", () -> projects.lifecycle()
                .restore(ann, archived.id(), null));
        assertThat(get(ann, archived.id())).isEqualTo(archived);
    }

    /*
     * The new owner owns, and is no member besides; the former one edits. Another transfer is the new owner's affair.
     */
    @Test
    void aTransferredProjectHasOneOwnerAndKeepsTheFormerOneAsAnEditor() {
        Project project = shared("alpha");

        Project after =
                projects.lifecycle().transfer(ann, project.id(), vic.user(), 0L).value();

        assertThat(after.ownerId()).isEqualTo(vic.user());
        assertThat(members(project)).containsExactlyInAnyOrder("ed EDITOR", "ann EDITOR");
        assertThat(get(ann, project.id())).isEqualTo(after);
        assertRefused(NotAllowed.class, "project.role_missing", () -> projects.lifecycle()
                .transfer(ann, project.id(), ann.user(), null));
        projects.lifecycle().transfer(vic, project.id(), ann.user(), null);
        assertThat(members(project)).containsExactlyInAnyOrder("ed EDITOR", "vic EDITOR");
    }

    @Test
    void aTransferToTheOwnerChangesNothing() {
        Project project = shared("alpha");

        assertThat(projects.lifecycle()
                        .transfer(ann, project.id(), ann.user(), null)
                        .value())
                .isEqualTo(project);
        assertThat(members(project)).containsExactlyInAnyOrder("ed EDITOR", "vic VIEWER");
    }

    @Test
    void aProjectIsNotTransferredOntoATakenName() {
        Project project = shared("alpha");
        create(ed, "alpha", Visibility.PRIVATE);

        assertRefused(WrongState.class, "project.name_taken", () -> projects.lifecycle()
                .transfer(ann, project.id(), ed.user(), null));
        assertThat(get(ann, project.id())).isEqualTo(project);
        assertThat(members(project)).containsExactlyInAnyOrder("ed EDITOR", "vic VIEWER");
    }

    @Test
    void aProjectIsTransferredToActiveUsersOnly() {
        Project project = create(ann, "alpha", Visibility.PRIVATE);
        Caller idle = test.member("idle");
        deactivate(idle);

        assertRefused(WrongState.class, "user.not_active", () -> projects.lifecycle()
                .transfer(ann, project.id(), idle.user(), null));
        assertRefused(WrongState.class, "user.not_active", () -> projects.lifecycle()
                .transfer(ann, project.id(), unknownUser(), null));
        assertRefused(WrongState.class, "project.archived", () -> projects.lifecycle()
                .transfer(ann, archive(project).id(), ed.user(), null));
    }

    @Test
    void onlyAnArchivedProjectIsDeletedAndItsMembersGoWithIt() {
        Project project = shared("alpha");
        assertRefused(WrongState.class, "project.not_archived", () -> projects.lifecycle()
                .delete(ann, project.id(), null));
        Project archived = archive(project);
        assertRefused(
                Refusal.Stale.class, "version.stale", () -> projects.lifecycle().delete(ann, project.id(), 0L));

        assertThat(projects.lifecycle().delete(ann, project.id(), 1L).value()).isEqualTo(archived);

        assertHidden(() -> get(ann, project.id()));
        assertHidden(() -> projects.lifecycle().delete(ann, project.id(), null));
        List<ProjectMember> left = test.storage()
                .read(repositories -> repositories.projectMembers().ofUser(ed.user()));
        assertThat(left).isEmpty();
    }

    /*
     * Archiving, restoring, transferring and deleting are the owner's, and of whoever manages all projects.
     */
    @Test
    void onlyTheOwnerDecidesOnTheProject() {
        Project project = shared("alpha");
        for (Caller caller : List.of(ed, vic)) {
            assertRefused(NotAllowed.class, "project.role_missing", () -> projects.lifecycle()
                    .archive(caller, project.id(), null));
            assertRefused(NotAllowed.class, "project.role_missing", () -> projects.lifecycle()
                    .restore(caller, project.id(), null));
            assertRefused(NotAllowed.class, "project.role_missing", () -> projects.lifecycle()
                    .transfer(caller, project.id(), caller.user(), null));
            assertRefused(NotAllowed.class, "project.role_missing", () -> projects.lifecycle()
                    .delete(caller, project.id(), null));
        }
        projects.lifecycle().transfer(root, project.id(), ed.user(), null);
        projects.lifecycle().archive(root, project.id(), null);
        projects.lifecycle().delete(root, project.id(), null);
        assertHidden(() -> get(root, project.id()));
    }

    @Test
    void aStaleArchiveLeavesNoTrace() {
        Project project = create(ann, "alpha", Visibility.PRIVATE);

        assertRefused(
                Refusal.Stale.class, "version.stale", () -> projects.lifecycle().archive(ann, project.id(), 5L));
        assertThat(get(ann, project.id())).isEqualTo(project);
    }

    private List<String> members(Project project) {
        return test.storage().read(repositories -> repositories
                .projectMembers()
                .ofProject(project.id(), Page.first(10))
                .map(member -> name(repositories.users().find(member.userId())) + " " + member.role())
                .items());
    }

    private static String name(Optional<User> user) {
        return user.orElseThrow().username().value();
    }

    private void deactivate(Caller caller) {
        test.storage().write(repositories -> {
            User user = repositories.users().find(caller.user()).orElseThrow();
            return repositories
                    .users()
                    .replace(new User(
                            user.id(),
                            user.username(),
                            null,
                            null,
                            user.role(),
                            null,
                            false,
                            user.createdAt(),
                            user.updatedAt(),
                            user.version()));
        });
    }
}
