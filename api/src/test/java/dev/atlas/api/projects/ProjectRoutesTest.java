package dev.atlas.api.projects;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Projects, their members and their settings over real HTTP. Ann owns them, Eve is a stranger at first. */
class ProjectRoutesTest {

    private ServedAtlas atlas;
    private String ann;
    private String eve;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        atlas = ServedAtlas.on("sqlite", folder);
        ann = atlas.add("ann", "member");
        eve = atlas.add("eve", "member");
    }

    @AfterEach
    void stop() {
        atlas.close();
    }

    private String project(String rest) throws Exception {
        return "/projects/" + text(ok(201, atlas.post("ann", "/projects", "{\"name\":\"eeg\"" + rest + "}")), "id");
    }

    @Test
    void aProjectIsMadeReadAndPatched() throws Exception {
        HttpResponse<String> made = ok(
                201,
                atlas.post(
                        "ann",
                        "/projects",
                        "{\"name\":\" eeg \",\"description\":\"d\",\"tags\":[\"a\",\"b\",\"a\"],\"metadata\":{\"z\":2.0,\"a\":null}}"));
        String path = "/projects/" + text(made, "id");
        assertThat(header(made, "Location")).isEqualTo("/api/v1" + path);
        assertThat(header(made, "ETag")).isEqualTo("\"0\"");
        assertThat(made.body())
                .contains("\"name\":\"eeg\"", "\"tags\":[\"a\",\"b\"]", "\"metadata\":{\"z\":2.0,\"a\":null}")
                .contains("\"visibility\":\"private\"", "\"status\":\"active\"", "\"owner_id\":\"" + ann + "\"")
                .doesNotContain("archived_at", "\"type\"");

        HttpResponse<String> changed = ok(
                200,
                atlas.send(
                        "ann",
                        "PATCH",
                        path,
                        "{\"description\":null,\"type\":\"classification\",\"metadata\":{\"a\":1}}",
                        "Content-Type",
                        "application/merge-patch+json"));
        assertThat(changed.body())
                .contains("\"name\":\"eeg\"", "\"type\":\"classification\"")
                .doesNotContain("\"description\"");
        assertThat(ok(200, atlas.get("ann", path)).body()).isEqualTo(changed.body());
        ok(304, atlas.get("ann", path, "If-None-Match", "\"0\", \"1\""));
        refused(412, "version.stale", atlas.send("ann", "PATCH", path, "{\"name\":\"x\"}", "If-Match", "\"0\""));
        ok(200, atlas.send("ann", "PATCH", path, "{\"name\":\"x\"}", "If-Match", "*"));
        refused(422, "value.invalid", atlas.send("ann", "PATCH", path, "{\"name\":null}"));
        refused(422, "value.invalid", atlas.send("ann", "PATCH", path, "{\"name\":\" \"}"));
        refused(400, "request.malformed", atlas.send("ann", "PATCH", path, "{\"owner_id\":\"" + eve + "\"}"));
    }

    @Test
    void aNameIsTakenPerOwnerAmongActiveProjects() throws Exception {
        String first = project("");
        refused(409, "project.name_taken", atlas.post("ann", "/projects", "{\"name\":\"eeg\"}"));
        ok(201, atlas.post("eve", "/projects", "{\"name\":\"eeg\"}"));
        ok(201, atlas.post("ann", "/projects", "{\"name\":\"EEG\"}"));
        ok(200, atlas.post("ann", first + "/archive", ""));
        project("");
        refused(409, "project.name_taken", atlas.post("ann", first + "/restore", ""));
    }

    @Test
    void whoMayNotSeeAProjectCannotTellThatItIsThere() throws Exception {
        String hidden = project("");
        String missing = "/projects/00000000-0000-7000-8000-000000000000";
        HttpResponse<String> there = refused(404, "project.not_found", atlas.get("eve", hidden));
        HttpResponse<String> nowhere = refused(404, "project.not_found", atlas.get("eve", missing));
        assertThat(text(there, "detail")).isEqualTo(text(nowhere, "detail"));
        refused(404, "project.not_found", atlas.send("eve", "PATCH", hidden, "{\"name\":\"x\"}"));
        refused(404, "project.not_found", atlas.get("eve", hidden + "/members"));
        refused(404, "project.not_found", atlas.get("eve", "/projects/x"));
        assertThat(text(atlas.get("eve", "/projects"), "items")).isEqualTo("[]");

        ok(200, atlas.send("ann", "PATCH", hidden, "{\"visibility\":\"public\"}"));
        ok(200, atlas.get("eve", hidden));
        refused(403, "project.role_missing", atlas.send("eve", "PATCH", hidden, "{\"name\":\"x\"}"));
        ok(200, atlas.get("admin", hidden));
    }

    @Test
    void membersAreAddedChangedAndLeave() throws Exception {
        String path = project("");
        String member = path + "/members/" + eve;
        refused(404, "project.member_not_found", atlas.get("ann", member));
        HttpResponse<String> added = ok(201, atlas.send("ann", "PUT", member, "{\"role\":\"viewer\"}"));
        assertThat(header(added, "Location")).isEqualTo("/api/v1" + member);
        ok(200, atlas.get("eve", path));
        refused(403, "project.role_missing", atlas.send("eve", "PATCH", path, "{\"name\":\"x\"}"));
        refused(403, "project.role_missing", atlas.send("eve", "PUT", member, "{\"role\":\"editor\"}"));
        HttpResponse<String> changed = ok(200, atlas.send("ann", "PUT", member, "{\"role\":\"editor\"}"));
        assertThat(header(changed, "ETag")).isEqualTo("\"1\"");
        refused(412, "version.stale", atlas.send("ann", "PUT", member, "{\"role\":\"viewer\"}", "If-Match", "\"0\""));
        ok(200, atlas.send("eve", "PATCH", path, "{\"description\":\"by eve\"}"));
        refused(
                409,
                "project.member_is_owner",
                atlas.send("ann", "PUT", path + "/members/" + ann, "{\"role\":\"viewer\"}"));
        refused(400, "request.malformed", atlas.send("ann", "PUT", member, "{\"role\":\"owner\"}"));
        refused(
                404,
                "user.not_found",
                atlas.send(
                        "ann", "PUT", path + "/members/00000000-0000-7000-8000-000000000000", "{\"role\":\"viewer\"}"));
        assertThat(ok(200, atlas.get("ann", path + "/members")).body()).contains(eve);
        ok(204, atlas.send("eve", "DELETE", member, ""));
        refused(404, "project.not_found", atlas.get("eve", path));
    }

    @Test
    void settingsAreReplacedAndMerged() throws Exception {
        String path = project(",\"settings\":{\"b\":1,\"a\":{\"x\":null}}") + "/settings";
        assertThat(ok(200, atlas.get("ann", path)).body()).isEqualTo("{\"b\":1,\"a\":{\"x\":null}}");
        assertThat(ok(200, atlas.send("ann", "PATCH", path, "{\"a\":{\"y\":2},\"b\":null}"))
                        .body())
                .isEqualTo("{\"a\":{\"x\":null,\"y\":2}}");
        HttpResponse<String> replaced = ok(200, atlas.send("ann", "PUT", path, "{\"c\":1.50}"));
        assertThat(replaced.body()).isEqualTo("{\"c\":1.50}");
        ok(304, atlas.get("ann", path, "If-None-Match", header(replaced, "ETag")));
        refused(412, "version.stale", atlas.send("ann", "PUT", path, "{}", "If-Match", "\"0\""));
        refused(400, "request.malformed", atlas.send("ann", "PUT", path, "[]"));
        refused(422, "value.invalid", atlas.send("ann", "PUT", path, "{\"" + "x".repeat(101) + "\":1}"));
    }

    @Test
    void anArchivedProjectIsReadOnlyUntilRestoredAndOnlyThenRemoved() throws Exception {
        String path = project("");
        refused(409, "project.not_archived", atlas.send("ann", "DELETE", path, ""));
        refused(412, "version.stale", atlas.send("ann", "DELETE", path, "", "If-Match", "\"99\""));
        refused(400, "request.malformed", atlas.post("ann", path + "/archive", "{\"dry_run\":true}"));
        assertThat(text(ok(200, atlas.post("ann", path + "/archive", "")), "archived_at"))
                .endsWith("Z");
        refused(409, "project.archived", atlas.send("ann", "PATCH", path, "{\"name\":\"x\"}"));
        refused(412, "version.stale", atlas.send("ann", "PATCH", path, "{\"name\":\"x\"}", "If-Match", "\"0\""));
        refused(409, "project.archived", atlas.post("ann", path + "/archive", ""));
        refused(412, "version.stale", atlas.send("ann", "POST", path + "/archive", "", "If-Match", "\"0\""));
        refused(412, "version.stale", atlas.send("ann", "POST", path + "/restore", "", "If-Match", "\"0\""));
        assertThat(text(atlas.get("ann", "/projects"), "items")).isEqualTo("[]");
        assertThat(atlas.get("ann", "/projects?include_archived=true").body()).contains("\"archived\"");
        assertThat(atlas.get("ann", "/projects?status=archived").body()).contains("\"archived\"");
        assertThat(text(ok(200, atlas.post("ann", path + "/restore", "")), "archived_at"))
                .isEqualTo("absent");
        ok(200, atlas.post("ann", path + "/archive", ""));
        refused(412, "version.stale", atlas.send("ann", "DELETE", path, "", "If-Match", "\"0\""));
        ok(204, atlas.send("ann", "DELETE", path, ""));
        refused(404, "project.not_found", atlas.get("ann", path));
    }

    @Test
    void aProjectIsGivenToAnotherOwner() throws Exception {
        String path = project("");
        String toEve = "{\"owner_id\":\"" + eve + "\"}";
        refused(404, "project.not_found", atlas.post("eve", path + "/transfer", toEve));
        assertThat(text(ok(200, atlas.post("ann", path + "/transfer", toEve)), "owner_id"))
                .isEqualTo(eve);
        ok(200, atlas.send("eve", "PATCH", path, "{\"name\":\"mine\"}"));
    }

    @Test
    void listsAreFilteredAndPaged() throws Exception {
        for (int i = 0; i < 5; i++) {
            String tag = i % 2 == 0 ? "even" : "odd";
            ok(201, atlas.post("ann", "/projects", "{\"name\":\"p%d\",\"tags\":[\"%s\"]}".formatted(i, tag)));
        }
        HttpResponse<String> first = ok(200, atlas.get("ann", "/projects?limit=2&tag=even"));
        assertThat(first.body()).contains("p4", "p2").doesNotContain("p3", "p0");
        HttpResponse<String> second =
                ok(200, atlas.get("ann", "/projects?limit=2&tag=even&cursor=" + text(first, "next")));
        assertThat(second.body()).contains("p0").doesNotContain("p2", "next");
        String next = "&cursor=" + text(first, "next");
        for (String other :
                List.of("/projects?limit=2", "/projects?limit=2&tag=odd", "/experiments?limit=2&tag=even")) {
            refused(400, "request.malformed", atlas.get("ann", other + next));
        }
        ok(200, atlas.get("ann", "/projects?tag=even&limit=1" + next));
        assertThat(atlas.get("ann", "/projects?name_contains=p3").body())
                .contains("p3")
                .doesNotContain("p4");
        assertThat(text(atlas.get("ann", "/projects?visibility=public"), "items"))
                .isEqualTo("[]");
        assertThat(text(atlas.get("ann", "/projects?owner=" + eve), "items")).isEqualTo("[]");
    }
}
