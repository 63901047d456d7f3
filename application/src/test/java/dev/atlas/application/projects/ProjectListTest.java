package dev.atlas.application.projects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Caller;
import dev.atlas.domain.Cursor;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectDetails;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectListTest extends ProjectsTest {

    /*
     * Vic owns some projects, is a member of some of Ann's, and everybody may read others, some of which are also Vic's or
     * shared with Vic. However long the pages are, Vic sees each of them once, newest first, and nothing else.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 200})
    void pagesOfOwnSharedAndPublicProjectsNeitherSkipNorRepeat(int limit) {
        List<Project> visible = new ArrayList<>();
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            boolean own = random.nextInt(3) == 0;
            Caller owner = own ? vic : ann;
            Visibility visibility = random.nextInt(3) == 0 ? Visibility.PUBLIC : Visibility.PRIVATE;
            Project project = create(owner, "project " + i, visibility);
            boolean member = !own && random.nextInt(3) == 0;
            if (member) {
                join(project, vic, MemberRole.VIEWER);
            }
            if (own || member || visibility == Visibility.PUBLIC) {
                visible.add(project);
            }
        }

        assertThat(all(vic, ProjectFilter.NONE, limit)).containsExactlyElementsOf(newestFirst(visible));
    }

    /*
     * Between two pages a project is made and one not yet seen is deleted. The pages that follow hold the rest, once each.
     */
    @Test
    void pagesStandStillWhileOthersWrite() {
        List<Project> made = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            made.add(create(ann, "project " + i, Visibility.PUBLIC));
        }
        Slice<Project> first = list(vic, ProjectFilter.NONE, new Page(2, null));

        create(ann, "late", Visibility.PUBLIC);
        Project gone = archive(made.get(2));
        projects.lifecycle().delete(ann, gone.id(), null);

        Slice<Project> second = list(vic, ProjectFilter.NONE, new Page(200, first.next()));
        assertThat(first.items()).containsExactly(made.get(5), made.get(4));
        assertThat(second).isEqualTo(new Slice<>(List.of(made.get(3), made.get(1), made.get(0)), null));
    }

    /*
     * More memberships than one statement takes ids.
     */
    @Test
    void manyMembershipsAreOneList() {
        List<Project> shared = new ArrayList<>();
        for (int i = 0; i < 620; i++) {
            Project project = create(ann, "project " + i, Visibility.PRIVATE);
            join(project, vic, MemberRole.VIEWER);
            shared.add(project);
        }

        assertThat(all(vic, ProjectFilter.NONE, 200)).containsExactlyElementsOf(newestFirst(shared));
    }

    @Test
    void archivedProjectsAreListedOnlyWhenAskedFor() {
        Project active = create(ann, "alpha", Visibility.PRIVATE);
        Project archived = archive(create(ann, "beta", Visibility.PRIVATE));
        ProjectFilter onlyArchived = new ProjectFilter(ProjectStatus.ARCHIVED, null, null);

        assertThat(all(ann, ProjectFilter.NONE, 10)).containsExactly(active);
        assertThat(now(projects.catalog().list(ann, ProjectFilter.NONE, true, Page.first(10)))
                        .items())
                .containsExactly(archived, active);
        assertThat(all(ann, onlyArchived, 10)).containsExactly(archived);
    }

    @Test
    void filtersNarrowEverySource() {
        Project own = create(vic, "alpha one", Visibility.PRIVATE);
        Project shared = create(ann, "alpha two", Visibility.PRIVATE);
        join(shared, vic, MemberRole.EDITOR);
        Project open = create(sam, "alpha three", Visibility.PUBLIC);
        Project tagged = projects.catalog()
                .create(
                        vic,
                        new ProjectDetails(
                                "beta", null, null, Visibility.PUBLIC, List.of("x"), Json.Obj.EMPTY, Json.Obj.EMPTY))
                .value();
        create(sam, "alpha hidden", Visibility.PRIVATE);

        assertThat(all(vic, new ProjectFilter(null, null, "alpha"), 10)).containsExactly(open, shared, own);
        assertThat(all(vic, new ProjectFilter(null, "x", null), 10)).containsExactly(tagged);
        assertThat(all(vic, new ProjectFilter(null, null, null, Visibility.PRIVATE, null), 10))
                .containsExactly(shared, own);
        assertThat(all(vic, new ProjectFilter(null, null, null, Visibility.PUBLIC, null), 10))
                .containsExactly(tagged, open);
        assertThat(all(vic, new ProjectFilter(null, null, null, null, sam.user()), 10))
                .containsExactly(open);
        assertThat(all(vic, new ProjectFilter(null, null, null, null, ann.user()), 10))
                .containsExactly(shared);
        assertThat(all(vic, new ProjectFilter(null, null, null, null, vic.user()), 10))
                .containsExactly(tagged, own);
    }

    @Test
    void whoeverManagesProjectsSeesAllOfThem() {
        Project hidden = create(ann, "alpha", Visibility.PRIVATE);
        Project other = create(sam, "beta", Visibility.PRIVATE);

        assertThat(all(root, ProjectFilter.NONE, 1)).containsExactly(other, hidden);
        assertThat(all(root, new ProjectFilter(null, null, null, null, ann.user()), 10))
                .containsExactly(hidden);
        assertThat(all(ed, ProjectFilter.NONE, 1)).isEmpty();
    }

    private Slice<Project> list(Caller caller, ProjectFilter filter, Page page) {
        return now(projects.catalog().list(caller, filter, false, page));
    }

    /** All pages, one after the other. */
    private List<Project> all(Caller caller, ProjectFilter filter, int limit) {
        List<Project> all = new ArrayList<>();
        Slice<Project> slice = list(caller, filter, Page.first(limit));
        all.addAll(slice.items());
        while (slice.next() != null) {
            assertThat(slice.items()).hasSize(limit);
            slice = list(caller, filter, new Page(limit, slice.next()));
            assertThat(slice.items()).isNotEmpty();
            all.addAll(slice.items());
        }
        return all;
    }

    private static List<Project> newestFirst(List<Project> projects) {
        return projects.stream()
                .sorted(Comparator.comparing(
                        project -> new Cursor(project.createdAt(), project.id().value()), Cursor.NEWEST_FIRST))
                .toList();
    }
}
