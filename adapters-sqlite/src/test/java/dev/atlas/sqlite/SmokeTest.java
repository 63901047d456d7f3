package dev.atlas.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeTest {

    @Test
    void works(@TempDir Path folder) {
        String url = "sqlite:" + folder.resolve("a.db");
        Instant now = Instant.parse("2025-10-19T18:32:26.111910Z");
        User user = new User(new Id<>(UUID.randomUUID()), new Username("ann"), null, null, "admin", null, true, now, now, 0);
        Project project = new Project(
                new Id<>(UUID.randomUUID()), user.id(), "alpha", null, null, ProjectStatus.ACTIVE, null, Visibility.PRIVATE,
                List.of("a", "ü"), (Json.Obj) Json.parse("x", "{\"a.b\":1.50,\"$c\":9007199254740993,\"n\":null}"),
                Json.Obj.EMPTY, now, now, 0);
        try (Storage storage = new Backend().open(url, Map.of())) {
            var committed = storage.write(r -> {
                r.users().add(user);
                return r.projects().add(project);
            });
            assertThat(committed.position().sequence()).isEqualTo(2);
            Optional<Project> found1 = storage.read(r -> r.projects().find(project.id()));
            assertThat(found1).contains(project);
            Optional<User> found2 = storage.read(r -> r.users().named(new Username("ann")));
            assertThat(found2).contains(user);
            List<Project> found3 = storage.read(r -> r.projects().ownedBy(user.id(), new ProjectFilter(null, "ü", "lph"), Page.first(2)).items());
            assertThat(found3)
                    .containsExactly(project);
            assertThatThrownBy(() -> storage.write(r -> r.users().remove(user.id()))).isInstanceOf(Conflict.class);
            Project again = storage.write(r -> r.projects().replace(project)).value();
            assertThat(again.version()).isEqualTo(1);
            assertThatThrownBy(() -> storage.write(r -> r.projects().replace(project)))
                    .isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.rule()).isEqualTo("version"));
            assertThatThrownBy(() -> storage.write(r -> r.users().add(
                    new User(new Id<>(UUID.randomUUID()), new Username("ANN"), null, null, "x", null, true, now, now, 0))))
                    .isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.rule()).isEqualTo("users_username"));
            List<StoredRecord> found4 = storage.read(r -> r.records()
                    .scan(
                            r.records().kinds().stream()
                                    .filter(kind -> kind.name().equals("projects"))
                                    .findFirst()
                                    .orElseThrow(),
                            null,
                            10));
            assertThat(found4).hasSize(1);
        }
        try (Storage storage = new Backend().open(url, Map.of())) {
            Optional<Project> found5 = storage.read(r -> r.projects().find(project.id()));
            assertThat(found5).isPresent();
        }
    }
}
