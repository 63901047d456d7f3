package dev.atlas.bench.mobility;

import dev.atlas.application.Ids;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectDetails;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.Storage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** New projects of one user, of about 300 bytes each, with names that nobody else has. Safe for many threads. */
final class Projects {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final int UNIT = 1_000;
    private static final String DESCRIPTION = "what this project is for, said in so many words ".repeat(3);

    private final Ids ids = new Ids(CLOCK, new SecureRandom());
    private final AtomicLong made = new AtomicLong();
    private final User owner;

    Projects() {
        Instant now = CLOCK.instant();
        owner = new User(ids.next(), new Username("bench"), null, null, "member", null, true, now, now, 0);
    }

    /** Fills a new store with the owner and so many projects. */
    void fill(Storage storage, int count) {
        storage.write(repositories -> repositories.users().add(owner));
        for (int done = 0; done < count; done += UNIT) {
            List<Project> unit = new ArrayList<>();
            for (int i = done; i < Math.min(done + UNIT, count); i++) {
                unit.add(next());
            }
            storage.write(repositories -> {
                unit.forEach(repositories.projects()::add);
                return true;
            });
        }
    }

    /** Adds one in a unit of work of its own. */
    void add(Storage storage) {
        Project project = next();
        storage.write(repositories -> repositories.projects().add(project));
    }

    private Project next() {
        Id<Project> id = ids.next();
        Json.Obj settings = (Json.Obj)
                Json.parse("settings", "{\"theme\": \"dark\", \"limit\": 100, \"tags\": [\"a\", \"b\"], \"on\": true}");
        ProjectDetails details = new ProjectDetails(
                "project-%08d".formatted(made.incrementAndGet()),
                DESCRIPTION,
                null,
                Visibility.PRIVATE,
                List.of(),
                settings,
                Json.Obj.EMPTY);
        return Project.create(id, owner.id(), details, CLOCK.instant());
    }
}
