package dev.atlas.api.bots;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.json;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.bots.LinkOutcome.Linked;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.bots.BotPlatform;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes and linked accounts over real HTTP on each engine. */
class BotRoutesTest {

    @TempDir
    private Path folder;

    private static String linked(ServedAtlas atlas, String user, String platform, String id) throws Exception {
        String code = text(ok(200, atlas.post(user, "/bots/links/" + platform + "/codes", "")), "code");
        Linked linked =
                (Linked) atlas.atlas().bots().redemption().redeem(BotPlatform.of("platform", platform), id, null, code);
        return linked.account().id().toString();
    }

    private static List<String> listed(HttpResponse<String> answer) {
        return ((Json.Arr) Objects.requireNonNull(json(answer).members().get("items")))
                .items().stream()
                        .map(item -> (Json.Obj) item)
                        .map(item -> word(item, "username") + " " + word(item, "platform") + " "
                                + word(item, "platform_user_id"))
                        .toList();
    }

    private static String word(Json.Obj item, String member) {
        return ((Json.Str) Objects.requireNonNull(item.members().get(member))).value();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void codes_are_shown_once_and_kept_nowhere(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            HttpResponse<String> answer = ok(200, atlas.post("admin", "/bots/links/slack/codes", ""));
            assertThat(text(answer, "code")).matches("[0-9]{6}");
            assertThat(text(answer, "platform")).isEqualTo("slack");
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(answer, "Atlas-Position")).isNotEqualTo("absent");
            refused(404, "bot_platform.not_found", atlas.post("admin", "/bots/links/irc/codes", ""));
            ok(400, atlas.post("admin", "/bots/links/slack/codes", "", "Idempotency-Key", "k"));
            String stored = atlas.storage()
                    .read(from -> from.linkCodes().of(BotPlatform.SLACK, 9).toString());
            assertThat(stored).contains("digest").doesNotContain(text(answer, "code"));
            ok(200, atlas.post("admin", "/bots/links/slack/codes", ""));
            int kept = atlas.storage()
                    .read(from -> from.linkCodes().of(BotPlatform.SLACK, 9).size());
            assertThat(kept).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void everybody_sees_their_own_and_administrators_all_page_by_page(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            String ann = atlas.add("ann", "member");
            atlas.add("eve", "member");
            linked(atlas, "ann", "telegram", "1");
            String second = linked(atlas, "ann", "slack", "U2");
            linked(atlas, "eve", "telegram", "3");
            String last = linked(atlas, "eve", "teams", "4");

            assertThat(listed(ok(200, atlas.get("ann", "/bots/links"))))
                    .containsExactly("ann slack U2", "ann telegram 1");
            List<String> all = new ArrayList<>();
            String query = "?limit=3";
            for (int page = 0; page < 2; page++) {
                HttpResponse<String> answer = ok(200, atlas.get("admin", "/bots/accounts" + query));
                all.addAll(listed(answer));
                query = "?limit=3&cursor=" + text(answer, "next");
            }
            assertThat(all).containsExactly("eve teams 4", "eve telegram 3", "ann slack U2", "ann telegram 1");
            assertThat(listed(ok(200, atlas.get("admin", "/bots/accounts?platform=telegram"))))
                    .containsExactly("eve telegram 3", "ann telegram 1");
            assertThat(listed(ok(200, atlas.get("admin", "/bots/accounts?user=" + ann))))
                    .containsExactly("ann slack U2", "ann telegram 1");
            assertThat(listed(ok(200, atlas.get("admin", "/bots/accounts?platform=slack&user=" + ann))))
                    .containsExactly("ann slack U2");
            ok(400, atlas.get("admin", "/bots/accounts?platform=irc"));
            refused(403, "permission.missing", atlas.get("ann", "/bots/accounts"));

            refused(403, "permission.missing", atlas.send("ann", "DELETE", "/bots/accounts/" + last, ""));
            refused(404, "bot_account.not_found", atlas.send("ann", "DELETE", "/bots/links/" + last, ""));
            refused(
                    412,
                    "version.stale",
                    atlas.send("ann", "DELETE", "/bots/links/" + second, "", "If-Match", "\"7\""));
            ok(204, atlas.send("ann", "DELETE", "/bots/links/" + second, "", "If-Match", "\"0\""));
            ok(204, atlas.send("admin", "DELETE", "/bots/accounts/" + last, ""));
            refused(404, "bot_account.not_found", atlas.send("admin", "DELETE", "/bots/accounts/" + last, ""));
            int left = atlas.storage()
                    .read(from -> from.botAccounts().list(Page.first(9)).items().size());
            assertThat(left).isEqualTo(2);
            assertThat(ok(200, atlas.get("admin", "/audit?action=bot_account.unlinked"))
                            .body())
                    .contains(second, last);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void administrators_link_without_a_code_and_move_whom_they_are_told_to(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            String ann = atlas.add("ann", "member");
            String eve = atlas.add("eve", "member");
            HttpResponse<String> made =
                    ok(201, atlas.post("admin", "/bots/accounts", wanted(ann, "telegram", ""), "Idempotency-Key", "k"));
            String first = text(made, "id");
            assertThat(header(made, "Location")).endsWith("/bots/accounts/" + first);
            assertThat(text(made, "platform_user_id")).isEqualTo("7");
            assertThat(text(made, "username")).isEqualTo("ann");
            assertThat(ok(
                                    201,
                                    atlas.post(
                                            "admin",
                                            "/bots/accounts",
                                            wanted(ann, "telegram", ""),
                                            "Idempotency-Key",
                                            "k"))
                            .body())
                    .isEqualTo(made.body());
            assertThat(text(ok(200, atlas.post("admin", "/bots/accounts", wanted(ann, "telegram", ""))), "id"))
                    .isEqualTo(first);
            assertThat(text(ok(200, atlas.get("admin", "/bots/accounts/" + first)), "user_id"))
                    .isEqualTo(ann);

            refused(
                    409,
                    "bot_account.of_another_user",
                    atlas.post("admin", "/bots/accounts", wanted(eve, "telegram", "")));
            String moved = text(
                    ok(201, atlas.post("admin", "/bots/accounts", wanted(eve, "telegram", ",\"move\":true"))), "id");
            refused(404, "bot_account.not_found", atlas.get("admin", "/bots/accounts/" + first));
            assertThat(listed(ok(200, atlas.get("ann", "/bots/links")))).isEmpty();
            assertThat(listed(ok(200, atlas.get("eve", "/bots/links")))).containsExactly("eve telegram 7");
            assertThat(ok(200, atlas.get("admin", "/audit?action=bot_account.moved"))
                            .body())
                    .contains(ann, eve, moved);

            refused(403, "permission.missing", atlas.post("eve", "/bots/accounts", wanted(eve, "slack", "")));
            refused(404, "user.not_found", atlas.post("admin", "/bots/accounts", wanted(first, "slack", "")));
            assertThat(ok(422, atlas.post("admin", "/bots/accounts", wanted(eve, "irc", "")))
                            .body())
                    .contains("\"platform\"");
        }
    }

    private static String wanted(String user, String platform, String more) {
        return "{\"user_id\":\"%s\",\"platform\":\"%s\",\"platform_user_id\":\" 7 \"%s}"
                .formatted(user, platform, more);
    }

    /** Of an account that is linked its user learns and whoever administers bots, of a code nobody what it is. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void who_is_linked_is_told_of_it(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            atlas.add("ann", "member");
            atlas.add("eve", "member");
            String start = text(ok(200, atlas.get("admin", "/storage")), "position");
            String id = linked(atlas, "ann", "telegram", "1");
            for (String user : List.of("ann", "admin")) {
                assertThat(ok(200, atlas.get(user, "/events", "Last-Event-ID", start))
                                .body())
                        .contains(id);
            }
            assertThat(ok(200, atlas.get("eve", "/events", "Last-Event-ID", start))
                            .body())
                    .doesNotContain(id);
        }
    }
}
