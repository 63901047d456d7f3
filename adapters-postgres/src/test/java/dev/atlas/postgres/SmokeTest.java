package dev.atlas.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StoreDescription;
import dev.atlas.domain.storage.StoredRecord;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmokeTest {

    private final PostgresServer server = PostgresServer.shared();
    private final String url = server.createDatabase();
    private Storage storage = new Backend().open(url, Map.of());
    private final User ann = Samples.user("ann");
    private final Project alpha = Samples.project(ann, "alpha");

    @BeforeEach
    void addOneOfEach() {
        storage.write(r -> {
            r.users().add(ann);
            return r.projects().add(alpha);
        });
    }

    @AfterEach
    void drop() {
        storage.close();
        server.dropDatabase(url);
    }

    @Test
    void whatWasWrittenComesBackHoweverItIsRead() {
        for (int i = 0; i < 8; i++) { // the driver changes its format after five executions
            Optional<Project> found = storage.read(r -> r.projects().find(alpha.id()));
            Optional<User> named = storage.read(r -> r.users().named(new Username("ann")));
            List<Project> listed = storage.read(r -> r.projects()
                    .ownedBy(ann.id(), new ProjectFilter(alpha.status(), "a\"b", "lph"), Page.first(2))
                    .items());

            assertThat(found).contains(alpha);
            assertThat(named).contains(ann);
            assertThat(listed).containsExactly(alpha);
        }
        List<Project> otherCase = storage.read(r -> r.projects()
                .open(new ProjectFilter(null, null, "LPH"), Page.first(2))
                .items());
        assertThat(otherCase).isEmpty();
    }

    @Test
    void anotherEngineCanTakeTheRecords() {
        List<StoredRecord> before = storage.read(SmokeTest::everything);

        storage.write(r -> {
            for (Kind kind : r.records().kinds().reversed()) {
                r.records()
                        .erase(
                                kind,
                                before.stream()
                                        .filter(each -> each.kind().equals(kind))
                                        .map(StoredRecord::key)
                                        .toList());
            }
            for (StoredRecord each : before) {
                r.records().put(each.kind(), List.of(each));
                r.records().put(each.kind(), List.of(each));
            }
            return true;
        });

        assertThat(storage.read(SmokeTest::everything)).hasSize(2).isEqualTo(before);
    }

    @Test
    void aListGoesOnWhereItsPageEnded() {
        storage.write(r -> {
            for (int i = 0; i < 10; i++) {
                r.users().add(Samples.user("user" + i, Samples.NOON.plusMillis(i / 3)));
            }
            return true;
        });

        List<User> found = new ArrayList<>();
        Page page = Page.first(3);
        while (true) {
            Page asked = page;
            Slice<User> slice = storage.read(r -> r.users().list(asked, false));
            found.addAll(slice.items());
            if (slice.next() == null) {
                break;
            }
            page = new Page(3, slice.next());
        }

        assertThat(found).hasSize(11).doesNotHaveDuplicates();
        assertThat(found.stream().map(User::createdAt)).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void aRefusalNamesItsRule() {
        refused("users_username", r -> r.users().add(Samples.user("ANN")));
        refused("users_id", r -> r.users().add(ann));
        refused("projects_name_per_owner", r -> r.projects().add(Samples.project(ann, "alpha")));
        refused(Conflict.REFERENCE, r -> r.projects().add(Samples.project(Samples.user("bob"), "beta")));
        refused(Conflict.REFERENCE, r -> r.users().remove(ann.id()));
        Project changed = storage.write(r -> r.projects().replace(alpha)).value();
        assertThat(changed.version()).isEqualTo(1);
        refused(Conflict.VERSION, r -> r.projects().replace(alpha));
    }

    @Test
    void anErrorThatWasCaughtEndsTheUnitAllTheSame() {
        Project changed = storage.write(r -> r.projects().replace(alpha)).value();
        assertThat(changed.version()).isEqualTo(1);
        refused(Conflict.VERSION, r -> {
            assertThatThrownBy(() -> r.projects().replace(alpha)).isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> r.users().add(Samples.user("bob"))).isInstanceOf(Conflict.class);
            return true;
        });
        refused("users_username", r -> {
            assertThatThrownBy(() -> r.users().add(Samples.user("ann"))).isInstanceOf(Conflict.class);
            return true;
        });
    }

    @Test
    void nothingIsWrittenOutsideItsPlace() {
        assertThatThrownBy(() -> storage.read(r -> r.users().add(Samples.user("bob"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> storage.read(r -> r).users().find(ann.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        storage.write(r -> storage.read(inner -> inner.users().find(ann.id()))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void transactionsThatCollideAreRunAgain() throws Exception {
        CountDownLatch bothRead = new CountDownLatch(2);
        List<Long> versions = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Committed<Project>>> writers = new ArrayList<>();
            for (String description : List.of("one", "two")) {
                writers.add(threads.submit(() -> storage.write(r -> {
                    Project read = r.projects().find(alpha.id()).orElseThrow();
                    bothRead.countDown();
                    await(bothRead);
                    return r.projects().replace(described(read, read.description() + description));
                })));
            }
            for (Future<Committed<Project>> writer : writers) {
                versions.add(writer.get(30, TimeUnit.SECONDS).value().version());
            }
        }

        assertThat(versions).containsExactlyInAnyOrder(1L, 2L);
    }

    @Test
    void positionsRiseAndCoverWhatAUnitSaw() {
        Position first = storage.write(r -> r.users().add(Samples.user("bob"))).position();
        Position second = storage.write(r -> r.users().find(ann.id())).position();
        Position third = storage.write(r -> r.projects().remove(alpha.id())).position();

        assertThat(second).isGreaterThanOrEqualTo(first);
        assertThat(third).isGreaterThan(second);
        assertThat(storage.position()).isGreaterThanOrEqualTo(third);
    }

    @Test
    void everyChangeIsLogged() throws SQLException {
        long atlas = storage.write(r -> r.projects().replace(alpha)).position().sequence();
        try (Connection psql = PostgresServer.connect(url);
                Statement statement = psql.createStatement()) {
            statement.execute("delete from change_log where position <> " + atlas);
            statement.execute("update projects set name = 'by hand'");
            statement.execute("truncate users cascade");

            List<String> logged = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select kind, key from change_log order by position, seq")) {
                while (rows.next()) {
                    logged.add(rows.getString(1) + " " + rows.getString(2));
                }
            }
            String project = "projects " + alpha.id();
            assertThat(logged)
                    .startsWith(project, project)
                    .containsOnlyOnce("users " + ann.id())
                    .hasSize(4);
        }
    }

    @Test
    void aStoreThatIsOpenedAgainIsTheSame() {
        StoreDescription before = storage.describe();
        storage.close();

        assertThatThrownBy(() -> storage.read(r -> r.users().find(ann.id()))).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> storage.write(r -> r.users().find(ann.id()))).isInstanceOf(Unavailable.class);
        assertThat(storage.readAsync(r -> r.users().find(ann.id()))).isCompletedExceptionally();

        storage = new Backend().open(url, Map.of());
        assertThat(storage.describe()).isEqualTo(before);
        assertThat(before.url()).matches("postgresql://[^:@]+@[^@]+");
        CompletableFuture<Optional<User>> found =
                storage.readAsync(r -> r.users().find(ann.id()));
        assertThat(found).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(Optional.of(ann));
    }

    private void refused(String rule, Function<Repositories, ?> work) {
        List<StoredRecord> before = storage.read(SmokeTest::everything);
        assertThatThrownBy(() -> storage.write(work)).isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.rule())
                .isEqualTo(rule));
        assertThat(storage.read(SmokeTest::everything)).isEqualTo(before);
    }

    private static List<StoredRecord> everything(Repositories repositories) {
        List<StoredRecord> all = new ArrayList<>();
        for (Kind kind : repositories.records().kinds()) {
            if (kind.moves()) {
                all.addAll(repositories.records().scan(kind, null, 100));
            }
        }
        return all;
    }

    private static Project described(Project project, String description) {
        return new Project(
                project.id(),
                project.ownerId(),
                project.name(),
                description,
                project.type(),
                project.status(),
                project.archivedAt(),
                project.visibility(),
                project.tags(),
                project.settings(),
                project.metadata(),
                project.createdAt(),
                Instant.EPOCH,
                project.version());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
