package dev.atlas.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.domain.Json;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The limits the document tells are those the domain has: just within is accepted, just beyond is refused and named. */
class LimitsTest {

    /** A value for one member of a body, and whether it is within the limits. */
    private record Trial(Json value, boolean within) {}

    private static ServedAtlas atlas;
    private static ExampleProjects projects;
    private static Json.Obj document;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        atlas = ServedAtlas.on("sqlite", folder);
        projects = ExampleProjects.in(atlas);
        document = ServedAtlas.json(ServedAtlas.send(atlas.request("GET", "//openapi.json", "", Map.of())));
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    @TestFactory
    List<DynamicTest> everyMemberOfEveryBodyHasTheLimitsTold() {
        return DocumentedOperation.of(document).stream()
                .filter(operation -> operation.bodySchema() != null && !operation.isOpen())
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> check(operation)))
                .toList();
    }

    private static void check(DocumentedOperation operation) throws Exception {
        Json.Obj schema = resolved(Objects.requireNonNull(operation.bodySchema()));
        if (!(schema.members().get("properties") instanceof Json.Obj properties)) {
            return;
        }
        ExampleProjects.Things things = projects.next("private").about(projects.user());
        Json.Obj example = (Json.Obj) Json.parse("example", things.body(operation));
        for (Map.Entry<String, Json> property : properties.members().entrySet()) {
            for (Trial trial : trials(property.getKey(), (Json.Obj) property.getValue())) {
                HttpResponse<String> answer = atlas.send(
                        "admin",
                        operation.method(),
                        things.target(operation),
                        with(example, property.getKey(), trial.value()).text());
                if (trial.within()) {
                    assertThat(answer.statusCode())
                            .as(property.getKey() + ": " + answer.body())
                            .isNotIn(400, 422);
                } else {
                    assertThat(answer.statusCode())
                            .as(property.getKey() + ": " + answer.body())
                            .isEqualTo(422);
                    assertThat(answer.body()).contains("\"field\":\"" + property.getKey());
                }
            }
        }
    }

    /** Role names must be those of roles that are there, so only what is beyond is tried. */
    private static List<Trial> trials(String member, Json.Obj schema) {
        List<Trial> trials = new ArrayList<>();
        Integer longest = bound(schema, "maxLength");
        if (longest != null) {
            trials.add(new Trial(new Json.Str("@".repeat(longest + 1)), false));
            if (!member.equals("role")) {
                trials.add(new Trial(new Json.Str("@".repeat(longest)), true));
            }
        }
        Integer shortest = bound(schema, "minLength");
        if (shortest != null) {
            trials.add(new Trial(new Json.Str("x".repeat(shortest - 1)), false));
        }
        for (String edge : List.of("minimum", "maximum")) {
            Integer value = bound(schema, edge);
            if (value != null) {
                trials.add(new Trial(Json.Num.of(value), true));
                trials.add(new Trial(Json.Num.of(value + (edge.equals("minimum") ? -1L : 1L)), false));
            }
        }
        Integer most = bound(schema, "maxItems");
        if (most != null
                && schema.members().get("items") instanceof Json.Obj items
                && !items.members().containsKey("$ref")) {
            boolean ids = items.members().containsKey("format");
            trials.add(new Trial(texts(most, ids), true));
            trials.add(new Trial(texts(most + 1, ids), false));
        }
        if (bound(schema, "minItems") != null) {
            trials.add(new Trial(Json.strings(List.of()), false));
        }
        return trials;
    }

    private static Json texts(int count, boolean ids) {
        return Json.strings(IntStream.range(0, count)
                .mapToObj(i -> ids ? new UUID(7, i).toString() : "text " + i)
                .toList());
    }

    private static @Nullable Integer bound(Json.Obj schema, String name) {
        return schema.members().get(name) instanceof Json.Num(BigDecimal value)
                ? Integer.valueOf(value.intValueExact())
                : null;
    }

    private static Json.Obj with(Json.Obj body, String name, Json value) {
        SequencedMap<String, Json> members = new LinkedHashMap<>(body.members());
        members.put(name, value);
        return new Json.Obj(members);
    }

    private static Json.Obj resolved(Json.Obj schema) {
        if (!(schema.members().get("$ref") instanceof Json.Str(String reference))) {
            return schema;
        }
        Json part = document;
        for (String name : reference.substring(2).split("/", -1)) {
            part = Objects.requireNonNull(((Json.Obj) part).members().get(name));
        }
        return (Json.Obj) part;
    }
}
