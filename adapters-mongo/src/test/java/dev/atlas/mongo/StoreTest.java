package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Projects;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StorageException.Invalid;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StoreDescription;
import dev.atlas.domain.storage.StoredRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is MongoDB's own; the contract is tested by the kit. */
class StoreTest {

    private static final Instant NOW = Instant.parse("2025-10-19T18:32:26.111910Z");

    private final String url = MongoServer.shared().createDatabase();
    private Storage storage;

    @BeforeEach
    void open() {
        storage = new Backend().open(url, Map.of());
    }

    @AfterEach
    void close() {
        storage.close();
        MongoServer.shared().dropDatabase(url);
    }

    private static User user(String name) {
        return user(new Id<>(UUID.randomUUID()), name);
    }

    private static User user(Id<User> id, String name) {
        return new User(id, new Username(name), null, null, "member", null, true, NOW, NOW, 0);
    }

    private static Project project(User owner, String name, Instant createdAt, String settings) {
        return new Project(
                new Id<>(UUID.randomUUID()),
                owner.id(),
                name,
                null,
                "",
                ProjectStatus.ACTIVE,
                null,
                Visibility.PUBLIC,
                List.of(),
                (Json.Obj) Json.parse("settings", settings),
                Json.Obj.EMPTY,
                createdAt,
                NOW,
                0);
    }

    private static Project project(User owner, String name) {
        return project(owner, name, NOW, "{}");
    }

    private User added(User user) {
        return storage.write(r -> r.users().add(user)).value();
    }

    private Project added(Project project) {
        return storage.write(r -> r.projects().add(project)).value();
    }

    private void refused(String rule, Function<Repositories, Object> work) {
        assertThatThrownBy(() -> storage.write(work)).isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.rule())
                .isEqualTo(rule));
    }

    @Test
    void keepsAwkwardValues() {
        String awkward = """
                {"b":1,"a.b":1.50,"$c":9007199254740993,"e":[],"o":{},"n":null,"x":[1E+2,0.0,-5,2147483648,\
                12345678901234567890.12345678901234,99999999999999999999999999999999],"\\"é😀":{"$set":{"a..b":true}}}""";
        User ann = added(user("ünï😀"));
        Project early = added(project(ann, "early", Instants.EARLIEST, awkward));
        Project late = added(project(ann, "late", Instants.LATEST, "{}"));

        Slice<Project> found = storage.read(r -> r.projects().list(ProjectFilter.NONE, Page.first(5)));

        assertThat(found.items()).containsExactly(late, early);
        assertThat(storage.<String>read(r ->
                        r.projects().find(early.id()).orElseThrow().settings().text()))
                .isEqualTo(Json.parse("settings", awkward).text());
    }

    @Test
    void recordsAreTheSameDocumentsAsRows() {
        added(project(added(user("ann")), "alpha", NOW, "{\"a.b\":[1.0]}"));
        List<BsonDocument> before = documents();

        storage.write(r -> {
            Kind users = kind(r, "users");
            Kind projects = kind(r, "projects");
            Map<Kind, List<StoredRecord>> all = new LinkedHashMap<>();
            all.put(users, r.records().scan(users, null, 10));
            all.put(projects, r.records().scan(projects, null, 10));
            for (Kind kind : List.of(projects, users)) {
                r.records()
                        .erase(
                                kind,
                                Objects.requireNonNull(all.get(kind)).stream()
                                        .map(StoredRecord::key)
                                        .toList());
                assertThat(r.records().count(kind)).isZero();
            }
            all.forEach((kind, records) -> {
                r.records().put(kind, records);
                assertThat(r.records().count(kind)).isEqualTo(1);
                assertThat(r.records().find(kind, List.of(records.getFirst().key())))
                        .isEqualTo(records);
                assertThat(r.records().scan(kind, records.getFirst().key(), 10)).isEmpty();
            });
            return true;
        });

        assertThat(documents()).isEqualTo(before);
    }

    private static Kind kind(Repositories repositories, String name) {
        return repositories.records().kinds().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<BsonDocument> documents() {
        List<BsonDocument> documents = new ArrayList<>();
        try (MongoClient client = MongoClients.create(url)) {
            for (String collection : List.of("users", "projects")) {
                database(client)
                        .getCollection(collection, BsonDocument.class)
                        .find()
                        .into(documents);
            }
        }
        documents.forEach(document -> document.remove(ReferenceLocks.COLLECTION));
        return documents;
    }

    private MongoDatabase database(MongoClient client) {
        return client.getDatabase(BackendSettings.of(url, Map.of()).database());
    }

    @Test
    void pagesByKeyAlsoWhereTimesAreEqual() {
        User ann = added(user("ann"));
        for (int i = 0; i < 5; i++) {
            added(project(ann, "p" + i, i < 4 ? NOW : NOW.minusSeconds(1), "{}"));
        }
        List<String> all = new ArrayList<>();
        Page page = Page.first(2);
        for (Slice<Project> slice = owned(ann, page); ; slice = owned(ann, page)) {
            slice.items().forEach(project -> all.add(project.id().toString()));
            if (slice.next() == null) {
                break;
            }
            page = new Page(2, slice.next());
        }
        List<String> whole = owned(ann, Page.first(9)).items().stream()
                .map(p -> p.id().toString())
                .toList();
        assertThat(all).hasSize(5).isEqualTo(whole);
        assertThat(whole.subList(0, 4)).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    private Slice<Project> owned(User owner, Page page) {
        return storage.read(r -> r.projects().ownedBy(owner.id(), ProjectFilter.NONE, page));
    }

    @Test
    void filtersByTextAsItIs() {
        User ann = added(user("ann"));
        Project alpha = added(project(ann, "a.b\\E$(c"));
        added(project(ann, "aXb"));

        ProjectFilter filter = new ProjectFilter(ProjectStatus.ACTIVE, null, ".b\\E$(");
        Slice<Project> found = storage.read(r -> r.projects().list(filter, Page.first(5)));

        assertThat(found.items()).containsExactly(alpha);
    }

    @Test
    void namesTheRuleThatIsBroken() {
        User ann = added(user("ann"));
        User bob = added(user("bob"));
        Project alpha = added(project(ann, "alpha"));

        refused("users_username", r -> r.users().add(user("ann")));
        refused("users_id", r -> r.users().add(user(ann.id(), "other")));
        refused(Projects.NAME_PER_OWNER, r -> r.projects().add(project(ann, "alpha")));
        refused(Conflict.REFERENCE, r -> r.projects().add(project(user("nobody"), "beta")));
        refused(Conflict.REFERENCE, r -> r.users().remove(ann.id()));
        storage.write(r -> r.projects().replace(alpha));
        refused(Conflict.VERSION, r -> r.projects().replace(alpha));
        refused(Conflict.VERSION, r -> r.projects().replace(project(bob, "never added")));
        assertThat(storage.write(r -> r.users().remove(bob.id())).value()).isTrue();
        assertThat(storage.write(r -> r.users().remove(bob.id())).value()).isFalse();
    }

    @Test
    void nothingIsKeptOnceAConflictWasMet() {
        User ann = added(user("ann"));

        refused("users_username", r -> {
            r.users().add(user("bob"));
            assertThatThrownBy(() -> r.users().add(user("ann"))).isInstanceOf(Conflict.class);
            return "caught";
        });
        refused(Conflict.VERSION, r -> {
            r.users().add(user("cid"));
            assertThatThrownBy(() -> r.users().replace(user("nobody"))).isInstanceOf(Conflict.class);
            assertThatThrownBy(() -> r.users().find(ann.id())).isInstanceOf(Conflict.class);
            return "caught";
        });

        assertThat(storage.<Long>read(r -> r.records().count(kind(r, "users")))).isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotHold() {
        User ann = added(user("ann"));
        String huge = "{\"x\":\"" + "x".repeat(17_000_000) + "\"}";
        assertThatThrownBy(() -> added(project(ann, "huge", NOW, huge))).isInstanceOf(Invalid.class);
    }

    @Test
    void guardsItsUnits() {
        Repositories[] kept = new Repositories[1];
        storage.read(r -> kept[0] = r);

        assertThatThrownBy(() -> kept[0].users().find(user("x").id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> storage.read(r -> r.users().add(user("x")))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> storage.write(r -> storage.write(s -> 1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void runsAUnitAgainThatMetAnother() throws Exception {
        User ann = added(user("ann"));
        AtomicInteger runs = new AtomicInteger();

        atOnce(
                8,
                () -> storage.write(r -> {
                    runs.incrementAndGet();
                    User found = r.users().find(ann.id()).orElseThrow();
                    return r.users().replace(found);
                }));

        long version =
                storage.<Long>read(r -> r.users().find(ann.id()).orElseThrow().version());
        assertThat(version).isEqualTo(8);
        assertThat(runs).hasValueGreaterThanOrEqualTo(8);
    }

    @Test
    void childrenOfOneParentAreAddedSideBySide() throws Exception {
        User ann = added(user("ann"));
        atOnce(4, () -> added(project(ann, UUID.randomUUID().toString())));
        AtomicInteger runs = new AtomicInteger();

        atOnce(
                4,
                () -> storage.write(r -> {
                    runs.incrementAndGet();
                    return r.projects().add(project(ann, UUID.randomUUID().toString()));
                }));

        assertThat(owned(ann, Page.first(20)).items()).hasSize(8);
        assertThat(runs.get()).isLessThan(12);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aChildIsRefusedWhoseParentGoesMeanwhile(boolean hadChildren) {
        User owner = owner(hadChildren);

        refused(Conflict.REFERENCE, interrupted(owner, r -> r.projects().add(project(owner, "child")), r -> r.users()
                .remove(owner.id())));

        assertThat(owned(owner, Page.first(2)).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aParentStaysThatGetsAChildMeanwhile(boolean hadChildren) {
        User owner = owner(hadChildren);

        refused(Conflict.REFERENCE, interrupted(owner, r -> r.users().remove(owner.id()), r -> r.projects()
                .add(project(owner, "child"))));

        assertThat(storage.<Boolean>read(r -> r.users().find(owner.id()).isPresent()))
                .isTrue();
    }

    private User owner(boolean hadChildren) {
        User owner = added(user("owner"));
        if (hadChildren) {
            Project gone = added(project(owner, "gone"));
            storage.write(r -> r.projects().remove(gone.id()));
        }
        return owner;
    }

    /** Work that has begun to read when {@code intruder} is committed by another thread. */
    private Function<Repositories, Object> interrupted(
            User owner, Function<Repositories, Object> work, Function<Repositories, Object> intruder) {
        AtomicBoolean first = new AtomicBoolean(true);
        return r -> {
            r.users().find(owner.id());
            if (first.getAndSet(false)) {
                assertThat(CompletableFuture.supplyAsync(() -> storage.write(intruder)))
                        .succeedsWithin(30, TimeUnit.SECONDS);
            }
            return work.apply(r);
        };
    }

    @Test
    void positionsGrow() {
        Position before = storage.position();
        Committed<User> ann = storage.write(r -> r.users().add(user("ann")));
        Committed<Integer> nothing = storage.write(r -> 1);

        assertThat(ann.position()).isGreaterThan(before);
        assertThat(nothing.position()).isGreaterThanOrEqualTo(ann.position());
        assertThat(storage.position()).isGreaterThanOrEqualTo(nothing.position());
    }

    @Test
    void staysTheSameStoreWhenItIsOpenedAgain() throws Exception {
        User ann = added(user("ann"));
        StoreDescription description = storage.describe();
        storage.close();

        assertThatThrownBy(() -> storage.read(r -> 1)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(storage::position).isInstanceOf(Unavailable.class);
        assertThat(storage.readAsync(r -> 1)).failsWithin(1, TimeUnit.SECONDS);
        try (Storage again = new Backend().open(url, Map.of())) {
            assertThat(again.describe()).isEqualTo(description);
            assertThat(again.readAsync(r -> r.users().find(ann.id())).get(10, TimeUnit.SECONDS))
                    .contains(ann);
        }
    }

    @Test
    void nodesMayOpenItAtOnce() throws Exception {
        String fresh = MongoServer.shared().createDatabase();
        List<Object> ids = atOnce(3, () -> {
            try (Storage node = new Backend().open(fresh, Map.of())) {
                return node.describe().store();
            }
        });
        assertThat(ids).hasSize(3).containsOnly(ids.getFirst());
        MongoServer.shared().dropDatabase(fresh);
    }

    @Test
    void refusesWhatItCannotUse() {
        String foreign = MongoServer.shared().createDatabase();
        try (MongoClient client = MongoClients.create(url)) {
            String name = BackendSettings.of(foreign, Map.of()).database();
            client.getDatabase(name).createCollection("somebody_elses");
            database(client).getCollection(StoreSchema.STEPS).insertOne(new Document("_id", 99));
        }
        cannotOpen(foreign, "not Atlas");
        cannotOpen(url, "newer");
        cannotOpen("mongodb://127.0.0.1:1/atlas?serverSelectionTimeoutMS=200", "start it");
        MongoServer.shared().dropDatabase(foreign);
    }

    @Test
    void refusesAStandAloneServer() {
        OpeningErrors errors = new OpeningErrors(BackendSettings.of(url, Map.of()));
        assertThatThrownBy(() -> errors.mustDoTransactions(new Document("isWritablePrimary", true)))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContainingAll("replica set", "ATLAS_MONGODB_URL");
    }

    private static void cannotOpen(String url, String reason) {
        assertThatThrownBy(() -> new Backend().open(url, Map.of()))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContainingAll(reason, "ATLAS_MONGODB_URL");
    }

    private static List<Object> atOnce(int count, Callable<?> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Object> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Future<Object>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                running.add(threads.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return work.call();
                }));
            }
            for (Future<Object> each : running) {
                answers.add(each.get(60, TimeUnit.SECONDS));
            }
        }
        return answers;
    }
}
