package dev.atlas.application.projects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Refusal;
import dev.atlas.application.Refusal.NotAllowed;
import dev.atlas.application.Refusal.NotFound;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.projects.ProjectMembership.Placed;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.projects.Visibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectMembershipTest extends ProjectsTest {

    @Test
    void puttingSomebodyTwiceChangesTheirRole() {
        Project project = create(ann, "alpha", Visibility.PRIVATE);

        Placed added = put(project, MemberRole.VIEWER, null);
        Placed again = put(project, MemberRole.VIEWER, null);
        Placed changed = put(project, MemberRole.EDITOR, 0L);

        assertThat(added.added()).isTrue();
        assertThat(again).isEqualTo(new Placed(added.member(), false));
        assertThat(changed.added()).isFalse();
        assertThat(changed.member().id()).isEqualTo(added.member().id());
        assertThat(changed.member().createdAt()).isEqualTo(added.member().createdAt());
        assertThat(changed.member().role()).isEqualTo(MemberRole.EDITOR);
        assertThat(changed.member().version()).isEqualTo(1);
        assertThat(now(projects.membership().get(ed, project.id(), ed.user()))).isEqualTo(changed.member());
        assertRefused(Refusal.Stale.class, "version.stale", () -> put(project, MemberRole.VIEWER, 0L));
    }

    @Test
    void membersAreListedNewestFirstInPages() {
        Project project = shared("alpha");
        join(project, sam, MemberRole.VIEWER);

        Slice<ProjectMember> first = now(projects.membership().list(vic, project.id(), Page.first(2)));
        Slice<ProjectMember> rest = now(projects.membership().list(vic, project.id(), new Page(2, first.next())));

        assertThat(first.items()).extracting(ProjectMember::userId).containsExactly(sam.user(), vic.user());
        assertThat(rest.items()).extracting(ProjectMember::userId).containsExactly(ed.user());
        assertThat(rest.next()).isNull();
    }

    @Test
    void onlyTheOwnerDecidesOnMembers() {
        Project project = shared("alpha");

        assertRefused(NotAllowed.class, "project.role_missing", () -> projects.membership()
                .put(ed, project.id(), sam.user(), MemberRole.VIEWER, null));
        assertRefused(NotAllowed.class, "project.role_missing", () -> projects.membership()
                .put(vic, project.id(), vic.user(), MemberRole.EDITOR, null));
        assertRefused(NotAllowed.class, "project.role_missing", () -> projects.membership()
                .remove(ed, project.id(), vic.user(), null));
        projects.membership().put(root, project.id(), sam.user(), MemberRole.VIEWER, null);
        projects.membership().remove(root, project.id(), ed.user(), null);
    }

    @Test
    void theOwnerIsNoMember() {
        Project project = create(ann, "alpha", Visibility.PRIVATE);

        assertRefused(WrongState.class, "project.member_is_owner", () -> projects.membership()
                .put(ann, project.id(), ann.user(), MemberRole.EDITOR, null));
        assertRefused(WrongState.class, "project.member_is_owner", () -> projects.membership()
                .remove(ann, project.id(), ann.user(), null));
        assertRefused(WrongState.class, "project.member_is_owner", () -> projects.membership()
                .remove(root, project.id(), ann.user(), null));
    }

    @Test
    void everybodyMayLeaveAndLosesSightOfTheProject() {
        Project project = shared("alpha");

        projects.membership().remove(vic, project.id(), vic.user(), null);

        assertHidden(() -> get(vic, project.id()));
        assertHidden(() -> projects.membership().remove(vic, project.id(), vic.user(), null));
    }

    @Test
    void whoIsNotThereIsNotFound() {
        Project project = shared("alpha");

        assertRefused(NotFound.class, "user.not_found", () -> projects.membership()
                .put(ann, project.id(), unknownUser(), MemberRole.VIEWER, null));
        assertRefused(NotFound.class, "project.member_not_found", () -> projects.membership()
                .remove(ann, project.id(), sam.user(), null));
        assertRefused(
                NotFound.class,
                "project.member_not_found",
                () -> now(projects.membership().get(ann, project.id(), unknownUser())));
    }

    @Test
    void membersOfAnArchivedProjectStay() {
        Project project = archive(shared("alpha"));

        assertRefused(WrongState.class, "project.archived", () -> put(project, MemberRole.EDITOR, null));
        assertRefused(WrongState.class, "project.archived", () -> projects.membership()
                .remove(ann, project.id(), ed.user(), null));
        assertRefused(WrongState.class, "project.archived", () -> projects.membership()
                .remove(vic, project.id(), vic.user(), null));
    }

    private Placed put(Project project, MemberRole role, @Nullable Long ifVersion) {
        return projects.membership()
                .put(ann, project.id(), ed.user(), role, ifVersion)
                .value();
    }
}
