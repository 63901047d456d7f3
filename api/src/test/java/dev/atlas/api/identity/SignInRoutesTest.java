package dev.atlas.api.identity;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.MovableClock;
import dev.atlas.api.ServedAtlas;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in, staying signed in, and what ends it, over real HTTP. */
class SignInRoutesTest {

    private static final String PASSWORD = "correct horse 1";

    private final MovableClock clock = new MovableClock();
    private ServedAtlas atlas;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        atlas = ServedAtlas.over(ServedAtlas.open(ServedAtlas.place("sqlite", folder)), clock, folder, Map.of());
        atlas.add("ann", "member");
    }

    @AfterEach
    void stop() {
        atlas.close();
    }

    private HttpResponse<String> login(String username, String password) throws Exception {
        String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password);
        return ServedAtlas.send(atlas.request("POST", "/auth/login", body, Map.of("User-Agent", "test")));
    }

    private HttpResponse<String> refresh(String token, String agent) throws Exception {
        String body = "{\"refresh_token\":\"" + token + "\"}";
        return ServedAtlas.send(atlas.request("POST", "/auth/refresh", body, Map.of("User-Agent", agent)));
    }

    private HttpResponse<String> me(String token) throws Exception {
        return ServedAtlas.send(atlas.request("GET", "/me", "", Map.of("Authorization", "Bearer " + token)));
    }

    @Test
    void signingInGivesTokensThatNobodyMayKeep() throws Exception {
        HttpResponse<String> answer = ok(200, login("ann", PASSWORD));
        assertThat(text(answer, "token_type")).isEqualTo("Bearer");
        assertThat(text(answer, "expires_in")).isEqualTo("900");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        HttpResponse<String> me = ok(200, me(text(answer, "access_token")));
        assertThat(text(me, "username")).isEqualTo("ann");
        assertThat(text(me, "permissions")).contains("project.create").doesNotContain("user.manage");
        assertThat(me.body()).doesNotContain("password", "hash");
    }

    @Test
    void everyFailureLooksTheSame() throws Exception {
        HttpResponse<String> wrong = refused(401, "sign_in.failed", login("ann", "wrong password"));
        HttpResponse<String> unknown = refused(401, "sign_in.failed", login("nobody", "wrong password"));
        assertThat(text(wrong, "detail")).isEqualTo(text(unknown, "detail"));
        refused(401, "auth.missing", ServedAtlas.send(atlas.request("GET", "/me", "", Map.of())));
        refused(401, "auth.token_invalid", me("nonsense"));
        refused(401, "auth.token_invalid", me("atlas_pat_" + "x".repeat(43)));
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        for (int i = 0; i < 5; i++) {
            refused(401, "sign_in.failed", login("ann", "wrong password"));
        }
        HttpResponse<String> blocked = refused(429, "sign_in.throttled", login("ann", PASSWORD));
        long pause = Long.parseLong(header(blocked, "Retry-After"));
        assertThat(pause).isPositive();
        ok(200, login("admin", PASSWORD));
        clock.move(Duration.ofSeconds(pause));
        ok(200, login("ann", PASSWORD));
    }

    @Test
    void aRefreshTokenIsGoodOnce() throws Exception {
        HttpResponse<String> first = ok(200, login("ann", PASSWORD));
        HttpResponse<String> second = ok(200, refresh(text(first, "refresh_token"), "test"));
        assertThat(text(second, "refresh_token")).isNotEqualTo(text(first, "refresh_token"));
        ok(200, me(text(second, "access_token")));
        assertThat(text(ok(200, refresh(text(first, "refresh_token"), "test")), "refresh_token"))
                .as("the same client, repeating a lost answer")
                .isEqualTo(text(second, "refresh_token"));

        clock.move(Duration.ofSeconds(11));
        refused(401, "auth.refresh_invalid", refresh(text(first, "refresh_token"), "test"));
        refused(401, "auth.token_invalid", me(text(second, "access_token")));
        refused(401, "auth.refresh_invalid", refresh(text(second, "refresh_token"), "test"));
        refused(401, "auth.refresh_invalid", refresh("nonsense", "test"));
    }

    @Test
    void anotherClientThatRepeatsATokenEndsTheSessionAtOnce() throws Exception {
        HttpResponse<String> first = ok(200, login("ann", PASSWORD));
        HttpResponse<String> second = ok(200, refresh(text(first, "refresh_token"), "test"));
        refused(401, "auth.refresh_invalid", refresh(text(first, "refresh_token"), "thief"));
        refused(401, "auth.token_invalid", me(text(second, "access_token")));
    }

    @Test
    void anAccessTokenExpires() throws Exception {
        String token = text(ok(200, login("ann", PASSWORD)), "access_token");
        clock.move(Duration.ofSeconds(901));
        refused(401, "auth.token_invalid", me(token));
    }

    @Test
    void signingOutEndsThisSessionOnly() throws Exception {
        HttpResponse<String> here = ok(200, login("ann", PASSWORD));
        HttpResponse<String> there = ok(200, login("ann", PASSWORD));
        String token = text(here, "access_token");
        ok(
                204,
                ServedAtlas.send(
                        atlas.request("POST", "/auth/logout", "", Map.of("Authorization", "Bearer " + token))));
        refused(401, "auth.token_invalid", me(token));
        refused(401, "auth.refresh_invalid", refresh(text(here, "refresh_token"), "test"));
        ok(200, me(text(there, "access_token")));
    }

    @Test
    void sessionsAreListedAndEndedOneByOne() throws Exception {
        String other = text(ok(200, login("ann", PASSWORD)), "access_token");
        HttpResponse<String> sessions = ok(200, atlas.get("ann", "/me/sessions"));
        assertThat(sessions.body()).contains("\"current\":true").contains("\"current\":false");
        String otherId = text(
                ok(
                        200,
                        ServedAtlas.send(atlas.request(
                                "GET", "/me/sessions?limit=1", "", Map.of("Authorization", "Bearer " + other)))),
                "items");
        String id = otherId.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        refused(404, "session.not_found", atlas.send("admin", "DELETE", "/me/sessions/" + id, ""));
        ok(204, atlas.send("ann", "DELETE", "/me/sessions/" + id, ""));
        refused(401, "auth.token_invalid", me(other));
        ok(200, atlas.get("ann", "/me"));
        refused(404, "session.not_found", atlas.send("ann", "DELETE", "/me/sessions/" + id, ""));
    }

    @Test
    void anotherPasswordEndsAllSessionsAtOnce() throws Exception {
        String before = text(ok(200, login("ann", PASSWORD)), "access_token");
        String wrong = "{\"current_password\":\"nonsense 1\",\"new_password\":\"another horse 2\"}";
        refused(409, "password.wrong", atlas.send("ann", "PUT", "/me/password", wrong));
        String tooShort = "{\"current_password\":\"" + PASSWORD + "\",\"new_password\":\"short\"}";
        assertThat(refused(422, "value.invalid", atlas.send("ann", "PUT", "/me/password", tooShort))
                        .body())
                .contains("\"field\":\"new_password\"");
        String right = "{\"current_password\":\"" + PASSWORD + "\",\"new_password\":\"another horse 2\"}";
        ok(204, atlas.send("ann", "PUT", "/me/password", right));
        refused(401, "auth.token_invalid", me(before));
        refused(401, "sign_in.failed", login("ann", PASSWORD));
        ok(200, login("ann", "another horse 2"));
    }

    @Test
    void whatAnAdministratorTakesAwayIsGoneWithTheNextRequest() throws Exception {
        String token = text(ok(200, login("ann", PASSWORD)), "access_token");
        String id = text(me(token), "id");
        ok(200, atlas.send("admin", "PATCH", "/users/" + id, "{\"role\":\"viewer\"}"));
        assertThat(text(me(token), "permissions")).doesNotContain("project.create");
        ok(200, atlas.post("admin", "/users/" + id + "/deactivate", ""));
        refused(401, "auth.token_invalid", me(token));
        refused(401, "sign_in.failed", login("ann", PASSWORD));
        ok(200, atlas.post("admin", "/users/" + id + "/activate", ""));
        String again = text(ok(200, login("ann", PASSWORD)), "access_token");
        ok(200, atlas.send("admin", "PUT", "/users/" + id + "/password", "{\"new_password\":\"another horse 2\"}"));
        refused(401, "auth.token_invalid", me(again));
        ok(200, login("ann", "another horse 2"));
    }
}
