package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new store on a real server, and what tests put into it. */
abstract class OpenStore {

    static final Instant NOW = Instant.parse("2025-10-19T18:32:26.111910Z");

    final String url = MongoServer.shared().createDatabase();
    Storage storage;

    @BeforeEach
    void open() {
        storage = new Backend().open(url, Map.of());
    }

    @AfterEach
    void close() {
        storage.close();
        MongoServer.shared().dropDatabase(url);
    }

    static User user(String name) {
        return user(new Id<>(UUID.randomUUID()), name);
    }

    static User user(Id<User> id, String name) {
        return new User(id, new Username(name), null, null, "member", null, true, NOW, NOW, 0);
    }

    static Project project(User owner, String name, Instant createdAt, String settings) {
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

    static Project project(User owner, String name) {
        return project(owner, name, NOW, "{}");
    }

    User added(User user) {
        return storage.write(r -> r.users().add(user)).value();
    }

    Project added(Project project) {
        return storage.write(r -> r.projects().add(project)).value();
    }

    void refused(String rule, Function<Repositories, Object> work) {
        assertThatThrownBy(() -> storage.write(work)).isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.rule())
                .isEqualTo(rule));
    }

    static Kind kind(Repositories repositories, String name) {
        return repositories.records().kind(name);
    }

    MongoDatabase database(MongoClient client) {
        return client.getDatabase(BackendSettings.of(url, Map.of()).database());
    }

    Slice<Project> owned(User owner, Page page) {
        return storage.read(r -> r.projects().ownedBy(owner.id(), ProjectFilter.NONE, page));
    }

    static List<Object> atOnce(int count, Callable<?> work) throws Exception {
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
