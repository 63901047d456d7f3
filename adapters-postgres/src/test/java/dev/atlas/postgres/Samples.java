package dev.atlas.postgres;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Users and projects with values that do not come back by chance. */
final class Samples {

    static final Instant NOON = Instant.parse("2025-10-19T12:00:00.000001Z");

    /** Within the ten days that the Julian calendar of Java's old time classes cannot tell from later ones. */
    static final Instant IN_THE_GAP = Instant.parse("1582-10-10T00:00:00.999999Z");

    private Samples() {}

    static User user(String name) {
        return user(name, NOON);
    }

    static User user(String name, Instant created) {
        return new User(
                new Id<>(UUID.randomUUID()),
                new Username(name),
                "Ann 🚀 é",
                null,
                "admin",
                null,
                true,
                created,
                Instants.LATEST,
                0);
    }

    static Project project(User owner, String name) {
        Json.Obj settings = (Json.Obj) Json.parse("settings", """
                {"z":1,"a.b":{"$set":[9007199254740993,-9223372036854775808,1.50,2.0]},"'":"🚀 \\u0001 \\"",
                "long":1234567890.123456789012345678901234,"tiny":1E-6176,"none":null,"list":[],"object":{}}""");
        return new Project(
                new Id<>(UUID.randomUUID()),
                owner.id(),
                name,
                null,
                null,
                ProjectStatus.ACTIVE,
                null,
                Visibility.PUBLIC,
                List.of("ü", "a\"b", "%"),
                settings,
                Json.Obj.EMPTY,
                Instants.EARLIEST,
                IN_THE_GAP,
                0);
    }
}
