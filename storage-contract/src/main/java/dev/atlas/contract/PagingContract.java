package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.samples.Copies;
import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.ProjectSamples;
import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Lists in pages, by the example of the projects of an owner. A cursor names a place, not a row, and a page starts right
 * behind it.
 */
abstract class PagingContract extends Concern {

    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00.000001Z");
    private static final Comparator<Project> NEWEST_FIRST = Comparator.comparing(Project::createdAt)
            .thenComparing(project -> project.id().value(), Id::compare)
            .reversed();

    PagingContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /** Newest first; those of one microsecond by id, whose bytes are compared unsigned. */
    @Test
    void a_list_is_in_order_and_ties_are_broken_by_id() {
        User owner = added(IdentitySamples.USERS);
        List<Project> made = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            made.add(project(owner, NOON.plusNanos(1000L * (i % 3))));
        }
        List<UUID> extremes = List.of(new UUID(0, 0), new UUID(-1, -1), new UUID(Long.MIN_VALUE, 1), new UUID(1, -1));
        for (UUID id : extremes) {
            made.add(write((samples, each) ->
                    each.projects().add(at(ProjectSamples.project(samples, new Id<>(id), owner.id()), NOON))));
        }
        made.sort(NEWEST_FIRST);
        check(each -> assertThat(each.projects()
                        .ownedBy(owner.id(), ProjectFilter.NONE, Page.first(100))
                        .items())
                .containsExactlyElementsOf(made));
        extremes.forEach(id -> write((samples, each) -> each.projects().remove(new Id<>(id))));
    }

    /** Whatever the size of the pages, together they are the list; the last one says that it is. */
    @Test
    void pages_of_every_size_make_up_the_list() {
        User owner = added(IdentitySamples.USERS);
        for (int i = 0; i < 7; i++) {
            project(owner, NOON);
        }
        List<Project> whole = pages(owner, Page.MAX_LIMIT);
        assertThat(whole).hasSize(7);
        for (int size = 1; size <= 8; size++) {
            assertThat(pages(owner, size)).as("pages of %d", size).containsExactlyElementsOf(whole);
        }
    }

    /** A page that ends with the last entry has no next one, also when it is full. An empty list has one empty page. */
    @Test
    void the_last_page_has_no_next() {
        User owner = added(IdentitySamples.USERS);
        assertThat(page(owner, 5, null)).isEqualTo(new Slice<>(List.of(), null));
        for (int i = 0; i < 4; i++) {
            project(owner, NOON);
        }
        assertThat(page(owner, 4, null).next()).isNull();
        assertThat(page(owner, 5, null).next()).isNull();
        assertThat(page(owner, 3, null).next()).isNotNull();
    }

    /**
     * While others insert and delete between two pages, also the very row a page ended with, what was there throughout is
     * shown exactly once.
     */
    @Test
    void nothing_is_skipped_or_repeated_while_others_write() {
        User owner = added(IdentitySamples.USERS);
        List<Project> made = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            made.add(project(owner, NOON.plusSeconds(i / 2)));
        }
        made.sort(NEWEST_FIRST);
        List<Project> removed = new ArrayList<>();
        List<Project> seen = new ArrayList<>();
        Slice<Project> page = page(owner, 4, null);
        while (true) {
            seen.addAll(page.items());
            Cursor next = page.next();
            if (next == null) {
                break;
            }
            Project last = page.items().getLast();
            Project later = made.get(Math.min(seen.size() + 1, made.size() - 1));
            write((samples, each) -> {
                each.projects().remove(later.id());
                return each.projects().remove(last.id());
            });
            removed.addAll(List.of(last, later));
            project(owner, last.createdAt());
            project(owner, NOON.plusSeconds(100));
            project(owner, NOON.minusSeconds(100));
            page = page(owner, 4, next);
        }
        assertThat(seen).doesNotHaveDuplicates().isSortedAccordingTo(NEWEST_FIRST);
        List<Project> stayed = new ArrayList<>(made);
        stayed.removeAll(removed);
        assertThat(seen).containsAll(stayed);
    }

    /** The same with a writer that does not wait for anybody. */
    @Test
    void paging_and_writing_do_not_mind_each_other() throws InterruptedException {
        User owner = added(IdentitySamples.USERS);
        List<Project> made = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            made.add(project(owner, NOON.plusSeconds(i)));
        }
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; !done.get(); i++) {
                Project passing = project(owner, NOON.plusSeconds(i % 30));
                write((samples, each) -> each.projects().remove(passing.id()));
            }
        });
        try {
            for (int round = 0; round < 5; round++) {
                List<Project> seen = pages(owner, 3);
                assertThat(seen).doesNotHaveDuplicates().containsAll(made);
            }
        } finally {
            done.set(true);
            writer.join();
        }
    }

    /** A cursor says what it says on every engine, also before the first entry and behind the last, and as text. */
    @Test
    void a_cursor_is_a_place_and_not_a_row() {
        User owner = added(IdentitySamples.USERS);
        Project one = project(owner, NOON);
        UUID highest = new UUID(-1, -1);
        assertThat(page(owner, 5, new Cursor(NOON.plusSeconds(1), highest)).items())
                .containsExactly(one);
        assertThat(page(owner, 5, new Cursor(NOON, highest)).items()).containsExactly(one);
        assertThat(page(owner, 5, new Cursor(NOON, one.id().value())).items()).isEmpty();
        assertThat(page(owner, 5, new Cursor(NOON.minusNanos(1000), highest)).items())
                .isEmpty();
        Cursor read = Cursor.parse(new Cursor(NOON, highest).text());
        assertThat(page(owner, 5, read).items()).containsExactly(one);
    }

    private List<Project> pages(User owner, int size) {
        List<Project> all = new ArrayList<>();
        Cursor next = null;
        do {
            Slice<Project> page = page(owner, size, next);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(size);
            all.addAll(page.items());
            next = page.next();
        } while (next != null);
        return all;
    }

    private Slice<Project> page(User owner, int size, @Nullable Cursor after) {
        return read(each -> each.projects().ownedBy(owner.id(), ProjectFilter.NONE, new Page(size, after)));
    }

    private Project project(User owner, Instant createdAt) {
        return write((samples, each) ->
                each.projects().add(at(ProjectSamples.project(samples, samples.id(), owner.id()), createdAt)));
    }

    private static Project at(Project project, Instant createdAt) {
        return Copies.with(project, "createdAt", createdAt);
    }
}
