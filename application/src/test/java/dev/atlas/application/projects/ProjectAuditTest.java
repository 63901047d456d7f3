package dev.atlas.application.projects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Change;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.AuditFilter;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProjectAuditTest extends ProjectsTest {

    /*
     * Each administrative change leaves exactly one entry, with the old and new values of what it changed and of nothing
     * else.
     */
    @Test
    void everyChangeLeavesOneEntryWithWhatItChanged() {
        Project project = create(ann, "alpha", Visibility.PRIVATE);
        Id<Project> id = project.id();
        ProjectChange renamed = new ProjectChange(
                Change.to("beta"),
                Change.to("about"),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept());
        projects.catalog().change(ann, id, renamed, null);
        projects.settings().put(ann, id, json("{\"a\":1}"), null);
        projects.membership().put(ann, id, ed.user(), MemberRole.VIEWER, null);
        projects.membership().put(ann, id, ed.user(), MemberRole.EDITOR, null);
        projects.membership().put(ann, id, vic.user(), MemberRole.VIEWER, null);
        projects.membership().remove(vic, id, vic.user(), null);
        projects.membership().remove(ann, id, ed.user(), null);
        projects.lifecycle().transfer(ann, id, sam.user(), null);

        assertThat(trail().reversed())
                .containsExactly(
                        "ann project.created project {} {\"owner_id\":\"%s\",\"name\":\"alpha\",\"status\":\"active\",\"visibility\":\"private\",\"tags\":[],\"settings\":{},\"metadata\":{}}"
                                .formatted(ann.user()),
                        "ann project.changed project {\"name\":\"alpha\"} {\"name\":\"beta\",\"description\":\"about\"}",
                        "ann project.settings_changed project {\"settings\":{}} {\"settings\":{\"a\":1}}",
                        "ann project.member_added project_member {} {\"role\":\"viewer\"}",
                        "ann project.member_changed project_member {\"role\":\"viewer\"} {\"role\":\"editor\"}",
                        "ann project.member_added project_member {} {\"role\":\"viewer\"}",
                        "vic project.member_left project_member {\"role\":\"viewer\"} {}",
                        "ann project.member_removed project_member {\"role\":\"editor\"} {}",
                        "ann project.transferred project {\"owner_id\":\"%s\"} {\"owner_id\":\"%s\"}"
                                .formatted(ann.user(), sam.user()));
        assertThat(entries()).allSatisfy(entry -> assertThat(entry.project()).isEqualTo(id));
    }

    @Test
    void theTrailOutlivesTheProject() {
        Project project = create(ann, "alpha", Visibility.PRIVATE);
        archive(project);
        projects.lifecycle().restore(ann, project.id(), null);
        archive(project);
        projects.lifecycle().delete(ann, project.id(), null);

        assertThat(entries())
                .extracting(AuditEntry::action)
                .containsExactly(
                        "project.deleted",
                        "project.archived",
                        "project.restored",
                        "project.archived",
                        "project.created");
    }

    /*
     * What was refused, and what changed nothing, is not told.
     */
    @Test
    void whatDidNotHappenIsNotTold() {
        Project project = create(ann, "alpha", Visibility.PRIVATE);
        assertRefused(WrongState.class, "project.name_taken", () -> create(ann, "alpha", Visibility.PRIVATE));
        projects.settings().put(ann, project.id(), json("{}"), null);
        projects.lifecycle().transfer(ann, project.id(), ann.user(), null);

        assertThat(entries()).extracting(AuditEntry::action).containsExactly("project.created");
    }

    /*
     * Whoever manages all projects leaves an entry when they see a private one that is not theirs and not shared with them:
     * when they read it, when they change something in it, and for a page of a list one entry that names those on it.
     */
    @Test
    void everyLookAtAForeignPrivateProjectIsTold() {
        Project one = create(ann, "alpha", Visibility.PRIVATE);
        Project two = create(ann, "beta", Visibility.PRIVATE);
        get(root, one.id());
        now(projects.membership().list(root, one.id(), Page.first(10)));
        now(projects.catalog().list(root, ProjectFilter.NONE, false, Page.first(10)));
        projects.settings().put(root, two.id(), json("{\"a\":1}"), null);

        assertThat(trail().reversed().subList(2, 7))
                .containsExactly(
                        "root project.viewed project {} {}",
                        "root project.viewed project {} {}",
                        "root project.listed project {} {\"projects\":[\"%s\",\"%s\"]}".formatted(two.id(), one.id()),
                        "root project.viewed project {} {}",
                        "root project.settings_changed project {\"settings\":{}} {\"settings\":{\"a\":1}}");
    }

    @Test
    void otherLooksAreNobodysBusiness() {
        Project own = create(root, "own", Visibility.PRIVATE);
        Project open = create(ann, "open", Visibility.PUBLIC);
        Project shared = create(ann, "shared", Visibility.PRIVATE);
        join(shared, root, MemberRole.VIEWER);
        int before = entries().size();

        for (Project project : List.of(own, open, shared)) {
            get(root, project.id());
        }
        now(projects.catalog().list(root, ProjectFilter.NONE, true, Page.first(10)));
        assertHidden(() -> get(sam, shared.id()));
        assertHidden(() -> get(root, unknown()));

        assertThat(entries()).hasSize(before);
    }

    private List<AuditEntry> entries() {
        return test.storage()
                .read(repositories -> repositories.auditTrail().list(AuditFilter.NONE, Page.first(200)))
                .items();
    }

    private List<String> trail() {
        return entries().stream()
                .map(entry -> String.join(
                        " ",
                        entry.actor().name(),
                        entry.action(),
                        entry.resource().type(),
                        entry.changes().before().text(),
                        entry.changes().after().text()))
                .toList();
    }
}
