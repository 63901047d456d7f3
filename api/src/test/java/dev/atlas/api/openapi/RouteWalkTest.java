package dev.atlas.api.openapi;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.DefaultRoles;
import dev.atlas.domain.identity.Permission;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route of the running server, used by everybody: what each may do follows from the permission the route declares
 * and, for what belongs to a project, from their part in it. Olga owns the projects, and with each a chat and a preset: of those nobody else
 * knows, administrators included. Each route gets things of its own to
 * work on, so that it does not matter what the walk destroys.
 */
class RouteWalkTest {

    /** Somebody who asks. */
    private record Walker(String name, Set<String> permissions) {
        /** Members may leave with the permission that is declared; the walk tries to remove somebody else. */
        boolean may(DocumentedOperation operation) {
            return operation.id().equals("deleteMember")
                    ? permissions.contains(Permission.PROJECT_CREATE.id())
                    : operation.permission().map(permissions::contains).orElse(true);
        }
    }

    private static final String NOBODY = "nobody";

    private static ServedAtlas atlas;
    private static DocumentedSchemas schemas;
    private static List<DocumentedOperation> operations;
    private static ExampleProjects projects;
    private static String narrowToken;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        atlas = ServedAtlas.on("sqlite", folder);
        Json.Obj document = ServedAtlas.json(ServedAtlas.send(atlas.request("GET", "//openapi.json", "", Map.of())));
        schemas = new DocumentedSchemas(document);
        operations = DocumentedOperation.of(document);
        ok(201, atlas.post("admin", "/roles", "{\"role\":\"nobody\"}"));
        for (String role : List.of("member", "operator", "viewer", NOBODY)) {
            atlas.add(role, role);
        }
        projects = ExampleProjects.in(atlas);
        String scoped = "{\"label\":\"walk\",\"scopes\":[\"tracking.view\"]}";
        narrowToken = text(ok(201, atlas.post("olga", "/me/tokens", scoped)), "token");
    }

    @AfterAll
    static void stop() {
        atlas.close();
    }

    @TestFactory
    List<DynamicTest> everyRouteAnswersEverybodyAsTheCatalogueSays() {
        return operations.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> walk(operation)))
                .toList();
    }

    private static void walk(DocumentedOperation operation) throws Exception {
        ExampleProjects.Things hidden = projects.next("private");
        if (operation.path().startsWith("/api/v1/users")) {
            hidden = hidden.about(projects.user());
        }
        anonymous(operation, hidden);
        if (operation.isOpen()) {
            return;
        }
        narrow(operation, hidden);
        for (String role : List.of(NOBODY, "viewer", "operator", "member")) {
            stranger(operation, walker(role), hidden, true);
        }
        stranger(operation, walker("member"), projects.next("public"), false);
        projectReader(operation, hidden);
        administrator(operation, hidden);
        owner(operation, hidden);
    }

    private static void anonymous(DocumentedOperation operation, ExampleProjects.Things things) throws Exception {
        HttpResponse<String> answer = ask(Map.of(), operation, things);
        if (!operation.isOpen()) {
            assertThat(code(401, answer)).isEqualTo("auth.missing");
        }
    }

    /** A token with one scope may do what needs that, and what needs nothing. */
    private static void narrow(DocumentedOperation operation, ExampleProjects.Things things) throws Exception {
        HttpResponse<String> answer = ask(Map.of("Authorization", "Bearer " + narrowToken), operation, things);
        if (operation.permission().isPresent() && !operation.permission().get().equals(Permission.TRACKING_VIEW.id())) {
            assertThat(code(403, answer)).isEqualTo("permission.missing");
        } else {
            assertThat(answer.body()).doesNotContain("permission.missing");
            assertThat(answer.statusCode()).isNotIn(401);
        }
    }

    /** Without the permission 403; with it, a foreign private project is not there, and a public one is only read. */
    private static void stranger(
            DocumentedOperation operation, Walker walker, ExampleProjects.Things things, boolean invisible)
            throws Exception {
        HttpResponse<String> answer = ask(walker.name(), operation, things);
        if (!walker.may(operation)) {
            assertThat(code(403, answer)).isEqualTo("permission.missing");
        } else if (ownersAlone(operation) || (inProject(operation) && invisible)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        } else if (inProject(operation) && !operation.method().equals("GET")) {
            assertThat(code(403, answer)).startsWith("project.");
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isNotIn(401);
            assertThat(answer.body()).doesNotContain("permission.missing");
        }
    }

    /** Who may read a project sees all of it, and changes nothing. */
    private static void projectReader(DocumentedOperation operation, ExampleProjects.Things things) throws Exception {
        if (inProject(operation)) {
            HttpResponse<String> answer = ask("reader", operation, things);
            if (walker("member").may(operation) && !operation.method().equals("GET")) {
                assertThat(code(403, answer)).startsWith("project.");
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            }
        }
    }

    /** Administrators may do everything, so only the state of things can refuse it. */
    private static void administrator(DocumentedOperation operation, ExampleProjects.Things things) throws Exception {
        HttpResponse<String> answer = ask("admin", operation, things);
        assertThat(answer.statusCode()).as(answer.body()).isNotEqualTo(401);
        assertThat(answer.body()).doesNotContain("permission.missing", "project.not_found", "experiment.not_found");
        if (ownersAlone(operation)) {
            assertThat(code(404, answer)).isIn("chat_session.not_found", "preset.not_found");
        }
    }

    /** What nobody else found is there. */
    private static void owner(DocumentedOperation operation, ExampleProjects.Things things) throws Exception {
        if (ownersAlone(operation)) {
            assertThat(ask("olga", operation, things).statusCode()).isIn(200, 201, 204, 409);
        }
    }

    private static HttpResponse<String> ask(String as, DocumentedOperation operation, ExampleProjects.Things things)
            throws Exception {
        HttpResponse<String> answer = ask(Map.of("Authorization", "Bearer " + atlas.token(as)), operation, things);
        if (operation.id().equals("logout")) {
            atlas.signIn(as);
        }
        return answer;
    }

    /** Whoever asks, the answer is one that the document tells. */
    private static HttpResponse<String> ask(
            Map<String, String> headers, DocumentedOperation operation, ExampleProjects.Things things)
            throws Exception {
        Map<String, String> all = new HashMap<>(headers);
        if (!operation.mediaType().isEmpty()) {
            all.put("Content-Type", operation.mediaType());
        }
        HttpResponse<String> answer = ServedAtlas.send(
                atlas.request(operation.method(), things.target(operation), things.body(operation), all));
        assertThat(operation.contradictions(schemas, answer)).isEmpty();
        return answer;
    }

    private static String code(int status, HttpResponse<String> answer) {
        return text(ok(status, answer), "code");
    }

    /** True for what belongs to the project that the path names. */
    private static boolean inProject(DocumentedOperation operation) {
        return operation.path().startsWith("/api/v1/projects/{id}")
                || operation.path().startsWith("/api/v1/experiments/{id}");
    }

    /** True for what belongs to the chat that the path names, and for a preset that is not shared. */
    private static boolean ownersAlone(DocumentedOperation operation) {
        return operation.path().startsWith("/api/v1/chat/sessions/{id}")
                || operation.path().startsWith("/api/v1/chat/presets/{id}");
    }

    private static Walker walker(String role) {
        Set<String> permissions = DefaultRoles.all(Instant.EPOCH).stream()
                .filter(known -> known.name().equals(role))
                .flatMap(known -> known.permissions().stream())
                .map(Permission::id)
                .collect(Collectors.toSet());
        return new Walker(role, permissions);
    }
}
