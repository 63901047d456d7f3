package dev.atlas.api.identity;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users, roles, tokens, credentials, secrets and the audit trail over real HTTP. */
class AdministrationRoutesTest {

    private ServedAtlas atlas;
    private String ann;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        atlas = ServedAtlas.on("sqlite", folder);
        ann = atlas.add("ann", "member");
    }

    @AfterEach
    void stop() {
        atlas.close();
    }

    private HttpResponse<String> with(String token, String method, String path, String body) throws Exception {
        return ServedAtlas.send(atlas.request(method, path, body, Map.of("Authorization", "Bearer " + token)));
    }

    @Test
    void aUserIsMadeReadAndChanged() throws Exception {
        HttpResponse<String> made = ok(
                201,
                atlas.post(
                        "admin",
                        "/users",
                        "{\"username\":\" Bob \",\"password\":\"correct horse 1\",\"display_name\":\"Bob B\",\"email\":\"b@x\"}"));
        String path = "/users/" + text(made, "id");
        assertThat(header(made, "Location")).isEqualTo("/api/v1" + path);
        assertThat(header(made, "ETag")).isEqualTo("\"0\"");
        assertThat(header(made, "Atlas-Position")).isNotEqualTo("absent");
        assertThat(text(made, "username")).isEqualTo("bob");
        assertThat(text(made, "role")).isEqualTo("member");
        assertThat(made.body()).doesNotContain("correct horse");
        refused(
                409,
                "user.username_taken",
                atlas.post("admin", "/users", "{\"username\":\"BOB\",\"password\":\"correct horse 1\"}"));

        assertThat(ok(200, atlas.get("admin", path)).body()).isEqualTo(made.body());
        HttpResponse<String> unchanged = ok(304, atlas.get("admin", path, "If-None-Match", "\"0\""));
        assertThat(unchanged.body()).isEmpty();
        HttpResponse<String> changed =
                ok(200, atlas.send("admin", "PATCH", path, "{\"email\":null}", "If-Match", "\"0\""));
        assertThat(text(changed, "email")).isEqualTo("absent");
        assertThat(text(changed, "display_name")).isEqualTo("Bob B");
        assertThat(header(changed, "ETag")).isEqualTo("\"1\"");
        ok(200, atlas.get("admin", path, "If-None-Match", "\"0\""));
        refused(412, "version.stale", atlas.send("admin", "PATCH", path, "{\"email\":\"c@x\"}", "If-Match", "\"0\""));
        refused(412, "version.stale", atlas.send("admin", "DELETE", path, "", "If-Match", "\"0\""));
        ok(204, atlas.send("admin", "DELETE", path, "", "If-Match", "\"1\""));
        refused(404, "user.not_found", atlas.get("admin", path));
        refused(404, "user.not_found", atlas.send("admin", "DELETE", path, ""));
    }

    @Test
    void whatAUserCanNeverBeIsNamed() throws Exception {
        for (String[] bad : new String[][] {
            {"username", " ", "correct horse 1", "a@x", "member"},
            {"username", "b ob", "correct horse 1", "a@x", "member"},
            {"username", "x".repeat(65), "correct horse 1", "a@x", "member"},
            {"password", "bob", "short", "a@x", "member"},
            {"password", "bob", "x".repeat(1025), "a@x", "member"},
            {"email", "bob", "correct horse 1", "nowhere", "member"},
            {"role", "bob", "correct horse 1", "a@x", "nonsense"}
        }) {
            String body = "{\"username\":\"%s\",\"password\":\"%s\",\"email\":\"%s\",\"role\":\"%s\"}"
                    .formatted(bad[1], bad[2], bad[3], bad[4]);
            HttpResponse<String> answer = atlas.post("admin", "/users", body);
            assertThat(refused(422, "value.invalid", answer).body()).contains("\"field\":\"" + bad[0] + "\"");
        }
    }

    @Test
    void anybodyFindsAnActiveUserByTheExactName() throws Exception {
        HttpResponse<String> found = ok(200, atlas.get("ann", "/users/by-name/admin"));
        assertThat(found.body()).contains("\"username\":\"admin\"").doesNotContain("role", "email", "is_active");
        refused(404, "user.not_found", atlas.get("ann", "/users/by-name/adm"));
        ok(200, atlas.post("admin", "/users/" + ann + "/deactivate", ""));
        refused(404, "user.not_found", atlas.get("admin", "/users/by-name/ann"));
    }

    @Test
    void usersAreListedInPages() throws Exception {
        for (int i = 0; i < 3; i++) {
            ok(
                    201,
                    atlas.post(
                            "admin", "/users", "{\"username\":\"u%d\",\"password\":\"correct horse 1\"}".formatted(i)));
        }
        StringBuilder seen = new StringBuilder();
        String query = "?limit=2";
        for (int pages = 0; !query.isEmpty(); pages++) {
            assertThat(pages).isLessThan(4);
            HttpResponse<String> page = ok(200, atlas.get("admin", "/users" + query));
            seen.append(page.body()
                    .replaceAll("(?s)[^}]*?\"username\":\"(\\w+)\"[^}]*\\}", "$1 ")
                    .replaceAll("[^a-z0-9 ].*", ""));
            query = text(page, "next").equals("absent") ? "" : "?limit=2&cursor=" + text(page, "next");
        }
        assertThat(seen.toString()).contains("u2 u1 u0 ann admin");
        ok(200, atlas.post("admin", "/users/" + ann + "/deactivate", ""));
        assertThat(atlas.get("admin", "/users").body()).doesNotContain("\"ann\"");
        assertThat(atlas.get("admin", "/users?include_inactive=true").body()).contains("\"ann\"");
    }

    @Test
    void theLastAdministratorStays() throws Exception {
        String admin = text(atlas.get("admin", "/me"), "id");
        refused(409, "user.last_administrator", atlas.post("admin", "/users/" + admin + "/deactivate", ""));
        refused(
                409,
                "user.last_administrator",
                atlas.send("admin", "PATCH", "/users/" + admin, "{\"role\":\"viewer\"}"));
        refused(
                409,
                "user.last_administrator",
                atlas.send("admin", "PATCH", "/roles/admin", "{\"permissions\":[\"user.view\"]}"));
        String project = text(ok(201, atlas.post("ann", "/projects", "{\"name\":\"p\"}")), "id");
        refused(409, "user.owns_projects", atlas.send("admin", "DELETE", "/users/" + ann, ""));
        ok(200, atlas.post("ann", "/projects/" + project + "/transfer", "{\"owner_id\":\"" + admin + "\"}"));
        ok(204, atlas.send("admin", "DELETE", "/users/" + ann, ""));
    }

    @Test
    void aRoleIsMadeChangedAndRemoved() throws Exception {
        HttpResponse<String> made = ok(
                201,
                atlas.post("admin", "/roles", "{\"role\":\"auditor\",\"permissions\":[\"audit.view\",\"user.view\"]}"));
        assertThat(header(made, "Location")).isEqualTo("/api/v1/roles/auditor");
        assertThat(text(made, "permissions")).isEqualTo("[\"audit.view\",\"user.view\"]");
        refused(409, "role.name_taken", atlas.post("admin", "/roles", "{\"role\":\"auditor\"}"));
        HttpResponse<String> unknown = atlas.post("admin", "/roles", "{\"role\":\"x\",\"permissions\":[\"nonsense\"]}");
        assertThat(refused(400, "request.malformed", unknown).body()).contains("\"field\":\"permissions[0]\"");
        HttpResponse<String> changed =
                ok(200, atlas.send("admin", "PATCH", "/roles/auditor", "{\"label\":\"Auditor\"}"));
        assertThat(text(changed, "permissions")).isEqualTo("[\"audit.view\",\"user.view\"]");
        ok(200, atlas.send("admin", "PATCH", "/users/" + ann, "{\"role\":\"auditor\"}"));
        ok(200, atlas.get("ann", "/audit"));
        refused(409, "role.in_use", atlas.send("admin", "DELETE", "/roles/auditor", ""));
        ok(200, atlas.send("admin", "PATCH", "/roles/auditor", "{\"permissions\":null}"));
        refused(403, "permission.missing", atlas.get("ann", "/audit"));
        ok(200, atlas.send("admin", "PATCH", "/users/" + ann, "{\"role\":\"member\"}"));
        ok(204, atlas.send("admin", "DELETE", "/roles/auditor", ""));
        refused(404, "role.not_found", atlas.get("admin", "/roles/auditor"));
    }

    @Test
    void aPersonalTokenMayDoItsScopesAndNoMore() throws Exception {
        HttpResponse<String> made = ok(
                201,
                atlas.post(
                        "ann",
                        "/me/tokens",
                        "{\"label\":\"cluster\",\"scopes\":[\"tracking.view\",\"project.view\"]}"));
        String token = text(made, "token");
        String path = "/me/tokens/" + text(made, "id");
        assertThat(token).matches("atlas_pat_[A-Za-z0-9_-]{43}");
        assertThat(header(made, "Location")).isEqualTo("/api/v1" + path);
        assertThat(ok(200, atlas.get("ann", path)).body()).doesNotContain("atlas_pat_");
        assertThat(ok(200, atlas.get("ann", "/me/tokens")).body())
                .contains("cluster")
                .doesNotContain("atlas_pat_");

        assertThat(text(ok(200, with(token, "GET", "/me", "")), "permissions"))
                .isEqualTo("[\"project.view\",\"tracking.view\"]");
        ok(200, with(token, "GET", "/experiments", ""));
        refused(403, "permission.missing", with(token, "POST", "/projects", "{\"name\":\"p\"}"));
        refused(
                403,
                "session.required",
                with(token, "POST", "/me/tokens", "{\"label\":\"x\",\"scopes\":[\"project.view\"]}"));
        refused(
                403,
                "permission.not_held",
                atlas.post("ann", "/me/tokens", "{\"label\":\"x\",\"scopes\":[\"user.manage\"]}"));
        refused(422, "value.invalid", atlas.post("ann", "/me/tokens", "{\"label\":\"x\",\"scopes\":[]}"));
        refused(
                422,
                "value.invalid",
                atlas.post(
                        "ann",
                        "/me/tokens",
                        "{\"label\":\"x\",\"scopes\":[\"project.view\"],\"expires_at\":\"2020-01-01T00:00:00Z\"}"));

        refused(404, "personal_token.not_found", atlas.get("admin", path));
        refused(404, "personal_token.not_found", atlas.send("admin", "DELETE", path, ""));
        ok(204, atlas.send("ann", "DELETE", path, ""));
        refused(401, "auth.token_invalid", with(token, "GET", "/me", ""));
        refused(404, "personal_token.not_found", atlas.get("ann", "/me/tokens/nonsense"));
    }

    @Test
    void credentialsAndSecretsAreKeptAndShownToNobody() throws Exception {
        for (String path : new String[] {"/me/credentials/openai", "/credentials/openai"}) {
            HttpResponse<String> made =
                    ok(201, atlas.send("admin", "PUT", path, "{\"secret\":\"sk-1\",\"label\":\"mine\"}"));
            assertThat(header(made, "Location")).isEqualTo("/api/v1" + path);
            assertThat(made.body()).doesNotContain("sk-1");
            HttpResponse<String> again = ok(200, atlas.send("admin", "PUT", path, "{\"secret\":\"sk-2\"}"));
            assertThat(header(again, "ETag")).isEqualTo("\"1\"");
            assertThat(text(ok(200, atlas.get("admin", path)), "provider")).isEqualTo("openai");
            refused(401, "auth.token_invalid", with("sk-2", "GET", "/me", ""));
            ok(204, atlas.send("admin", "DELETE", path, ""));
            refused(404, "credential.not_found", atlas.get("admin", path));
            refused(404, "credential.not_found", atlas.send("admin", "DELETE", path, ""));
        }
        HttpResponse<String> secret =
                ok(201, atlas.send("admin", "PUT", "/secrets/ZABBIX_API_TOKEN", "{\"value\":\"s3cret\"}"));
        assertThat(secret.body()).doesNotContain("s3cret");
        assertThat(ok(200, atlas.get("admin", "/secrets")).body())
                .contains("ZABBIX_API_TOKEN")
                .doesNotContain("s3cret");
        refused(404, "secret.not_found", atlas.get("admin", "/secrets/zabbix_api_token"));
        refused(422, "value.invalid", atlas.send("admin", "PUT", "/secrets/a%20b", "{\"value\":\"x\"}"));
        ok(204, atlas.send("admin", "DELETE", "/secrets/ZABBIX_API_TOKEN", ""));
    }

    @Test
    void theAuditTrailTellsWhoDidWhatAndNoSecret() throws Exception {
        ok(
                200,
                atlas.send(
                        "admin", "PATCH", "/users/" + ann, "{\"display_name\":\"Ann A\"}", "X-Request-Id", "audit-1"));
        ok(200, atlas.send("admin", "PUT", "/users/" + ann + "/password", "{\"new_password\":\"another horse 2\"}"));
        String admin = text(atlas.get("admin", "/me"), "id");
        HttpResponse<String> changes = ok(200, atlas.get("admin", "/audit?action=user.changed&user=" + admin));
        assertThat(changes.body())
                .contains(
                        "\"request_id\":\"audit-1\"",
                        "\"new_values\":{\"display_name\":\"Ann A\"}",
                        "\"username\":\"admin\"")
                .doesNotContain("password_set");
        assertThat(ok(200, atlas.get("admin", "/audit?limit=200")).body())
                .contains("user.password_set")
                .doesNotContain("another horse");
        assertThat(text(atlas.get("admin", "/audit?before=2020-01-01T00:00:00Z"), "items"))
                .isEqualTo("[]");
    }
}
