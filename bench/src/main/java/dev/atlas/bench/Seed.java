package dev.atlas.bench;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectDetails;
import dev.atlas.domain.projects.Visibility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Fills a store with private projects of one user, of about 300 bytes each: those of the anchors. */
record Seed(Foundation foundation, Id<User> owner) {

    private static final int UNIT = 1_000;
    private static final int DESCRIPTION = 150;

    /** Adds so many, and writes their ids into a file, one a line. */
    void projects(int count, Path ids) throws IOException {
        Random random = new Random(1);
        List<String> made = new ArrayList<>(count);
        while (made.size() < count) {
            List<Project> unit = new ArrayList<>();
            while (unit.size() < UNIT && made.size() < count) {
                unit.add(
                        Project.create(foundation.ids().next(), owner, details(made.size(), random), foundation.now()));
                made.add(unit.getLast().id().toString());
            }
            foundation.storage().write(repositories -> {
                unit.forEach(repositories.projects()::add);
                return unit.size();
            });
        }
        Files.write(ids, made);
    }

    private static ProjectDetails details(int number, Random random) {
        Json.Obj settings =
                (Json.Obj) Json.parse("settings", """
                {"theme": "dark", "limit": %d, "tags": ["a", "b", "c"], "ratio": 0.%d, "on": true}""".formatted(random.nextInt(100, 999), random.nextInt(100, 999)));
        return new ProjectDetails(
                "project-%07d-%s".formatted(number, words(random, 8)),
                words(random, DESCRIPTION),
                null,
                Visibility.PRIVATE,
                List.of(),
                settings,
                Json.Obj.EMPTY);
    }

    private static String words(Random random, int length) {
        String letters = "abcdefghijklmnopqrstuvwxyz    ";
        return random.ints(length - 1, 0, letters.length())
                .collect(
                        () -> new StringBuilder("x"),
                        (text, each) -> text.append(letters.charAt(each)),
                        StringBuilder::append)
                .append('x')
                .toString();
    }
}
