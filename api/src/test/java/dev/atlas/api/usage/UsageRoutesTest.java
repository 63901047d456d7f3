package dev.atlas.api.usage;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.json;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.MovableClock;
import dev.atlas.api.ServedAtlas;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.usage.ModelCall;
import dev.atlas.domain.usage.UsageRecord;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was used, over real HTTP on each engine. Ann and Ben use models, Vera may see nothing of it. */
class UsageRoutesTest {

    private static final Instant NOW = Instant.parse("2025-01-31T23:59:59.999Z");

    @TempDir
    private Path folder;

    private String ann = "";
    private String ben = "";

    private interface Story {
        void tell(ServedAtlas atlas, Calls calls) throws Exception;
    }

    private void on(String engine, Story story) throws Exception {
        MovableClock clock = new MovableClock();
        Instant noon = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(12, ChronoUnit.HOURS);
        clock.move(Duration.between(Instant.now(), noon));
        try (ServedAtlas atlas =
                ServedAtlas.over(ServedAtlas.open(ServedAtlas.place(engine, folder)), clock, folder, Map.of())) {
            ann = atlas.add("ann", "member");
            ben = atlas.add("ben", "member");
            atlas.add("vera", "viewer");
            story.tell(atlas, new Calls(atlas));
        }
    }

    private static List<Json.Obj> items(HttpResponse<String> answer) {
        Json items = Objects.requireNonNull(json(ok(200, answer)).members().get("items"));
        return ((Json.Arr) items).items().stream().map(Json.Obj.class::cast).toList();
    }

    /** The value at a path such as {@code usage.total_tokens}; {@code absent} if there is none. */
    private static String at(Json.Obj object, String path) {
        Json value = object;
        for (String name : path.split("\\.", -1)) {
            value = ((Json.Obj) value).members().get(name);
            if (value == null) {
                return "absent";
            }
        }
        return value instanceof Json.Str(String text) ? text : value.text();
    }

    private static List<String> each(HttpResponse<String> answer, String path) {
        return items(answer).stream().map(item -> at(item, path)).toList();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatEverybodyUsedIsAddedUp(String engine) throws Exception {
        on(engine, (atlas, calls) -> {
            calls.made(Calls.of(ann, "ops", "gpt-5", "atlas-chat", null), NOW);
            calls.made(Calls.of(ann, null, "gpt-5-mini", "atlas-chat", null), NOW.minus(1, ChronoUnit.HOURS));
            calls.made(Calls.of(ben, null, "gpt-5-mini-2025-08-07", null, null), NOW.minus(40, ChronoUnit.DAYS));
            calls.made(Calls.of(null, null, "unheard-of", null, null), NOW.minus(1, ChronoUnit.MINUTES));

            HttpResponse<String> totals = ok(200, atlas.get("admin", "/usage/totals"));
            assertThat(text(totals, "total_requests")).isEqualTo("4");
            assertThat(text(totals, "total_tokens")).isEqualTo("6000");
            assertThat(text(totals, "total_cost_usd")).isEqualTo("0.00875");
            assertThat(text(totals, "unpriced_requests")).isEqualTo("1");
            assertThat(text(totals, "avg_cost_per_request")).isEqualTo("0.002917");
            assertThat(text(totals, "avg_tokens_per_second")).isEqualTo("250.0");
            assertThat(text(totals, "avg_duration_ms")).isEqualTo("2000.0");

            assertThat(each(atlas.get("admin", "/usage/shares"), "model"))
                    .containsExactly("gpt-5", "gpt-5-mini", "gpt-5-mini-2025-08-07", "unheard-of");
            assertThat(each(atlas.get("admin", "/usage/shares?limit=1"), "usage.total_cost_usd"))
                    .containsExactly("0.00625");
            assertThat(each(atlas.get("admin", "/usage/shares?by=user"), "username"))
                    .containsExactly("ann", "ben", "anonymous");
            assertThat(each(atlas.get("admin", "/usage/shares?by=agent"), "agent"))
                    .containsExactly("ops", "absent");
            assertThat(each(atlas.get("admin", "/usage/shares?by=provider&user=" + ben), "usage.total_requests"))
                    .containsExactly("1");

            String end = "end=2025-01-31T23:59:59.999Z";
            assertThat(each(atlas.get("admin", "/usage/trend?" + end), "period"))
                    .containsExactly("2025-01-31");
            assertThat(each(atlas.get("admin", "/usage/trend?interval=hour&" + end), "period"))
                    .containsExactly("2025-01-31 22:00", "2025-01-31 23:00");
            assertThat(each(atlas.get("admin", "/usage/trend?interval=month&" + end), "usage.total_requests"))
                    .containsExactly("1", "3");
            assertThat(each(
                            atlas.get(
                                    "admin",
                                    "/usage/trend?interval=hour&zone=Asia/Kathmandu&gaps=true"
                                            + "&start=2025-01-31T21:20:00Z&" + end),
                            "period"))
                    .containsExactly("2025-02-01 03:00", "2025-02-01 04:00", "2025-02-01 05:00");
            assertThat(text(
                            ok(200, atlas.get("admin", "/usage/totals?start=2025-01-31T23:59:59.999Z&" + end)),
                            "total_requests"))
                    .as("both ends count")
                    .isEqualTo("1");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theDashboardShowsTheDaysOfAZone(String engine) throws Exception {
        on(engine, (atlas, calls) -> {
            Instant now = atlas.atlas().foundation().now();
            Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
            calls.made(Calls.of(ann, null, "gpt-5", null, null), midnight);
            calls.made(Calls.of(ann, null, "gpt-5", null, null), midnight.minus(1, ChronoUnit.MICROS));
            calls.made(Calls.of(ben, null, "gpt-5-mini", null, null), midnight.minus(7, ChronoUnit.DAYS));
            calls.made(Calls.of(ben, null, "gpt-5-nano", null, null), midnight.minus(30, ChronoUnit.DAYS));
            calls.made(Calls.of(ben, null, "gpt-5-nano", null, null), midnight.minus(400, ChronoUnit.DAYS));
            for (String zone : List.of("UTC", "Asia/Kathmandu", "America/St_Johns")) {
                Json.Obj all = json(ok(200, atlas.get("admin", "/usage/dashboard?zone=" + zone)));
                assertThat(at(all, "overall.total_requests")).isEqualTo("5");
                Json.Obj own = json(ok(200, atlas.get("ann", "/me/usage/dashboard?zone=" + zone)));
                assertThat(at(own, "overall.total_requests")).isEqualTo("2");
                assertThat(at(own, "this_month.total_cost_usd")).isEqualTo("0.0125");
            }
            Json.Obj all = json(ok(200, atlas.get("admin", "/usage/dashboard")));
            assertThat(at(all, "today.total_requests")).isEqualTo("1");
            assertThat(at(all, "this_week.total_requests")).isEqualTo("3");
            assertThat(at(all, "this_month.total_requests")).isEqualTo("4");
            assertThat(((Json.Arr) Objects.requireNonNull(all.members().get("top_models"))).items())
                    .hasSize(3);
            assertThat(((Json.Arr) Objects.requireNonNull(all.members().get("daily_trend"))).items())
                    .hasSize(8);
        });
    }

    /** Nobody sees what somebody else used, by any route, unless they may see everybody's. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void everybodySeesTheirOwnAlone(String engine) throws Exception {
        on(engine, (atlas, calls) -> {
            UsageRecord hers = calls.made(Calls.of(ann, "ops", "gpt-5", "for-ann", null), NOW);
            UsageRecord his = calls.made(Calls.of(ben, "ops", "gpt-5-mini", "for-ben", null), NOW);
            String range = "start=2025-01-31T23:59:59Z&end=2025-02-01T00:00:00Z";
            for (String question : List.of(
                    "/totals",
                    "/shares?by=model",
                    "/shares?by=user",
                    "/shares?by=agent",
                    "/trend?" + range,
                    "/trend?interval=hour&zone=Asia/Kathmandu&" + range,
                    "/dashboard",
                    "/records",
                    "/export",
                    "/records?" + range,
                    "/export?agent=ops")) {
                refused(403, "permission.missing", atlas.get("ann", "/usage" + question));
                refused(403, "permission.missing", atlas.get("vera", "/usage" + question));
                refused(403, "permission.missing", atlas.get("vera", "/me/usage" + question));
                String answer =
                        ok(200, atlas.get("ann", "/me/usage" + question)).body();
                assertThat(answer)
                        .as(question)
                        .doesNotContain(ben, his.id().toString(), "for-ben", "gpt-5-mini", "0.00125", "\"ben\"")
                        .doesNotContain("\"total_requests\":2");
                ok(200, atlas.get("admin", "/usage" + question));
            }
            refused(400, "request.malformed", atlas.get("ann", "/me/usage/totals?user=" + ben));
            assertThat(each(atlas.get("ann", "/me/usage/records"), "id"))
                    .containsExactly(hers.id().toString());
            assertThat(each(atlas.get("admin", "/usage/records?user=" + ben), "app"))
                    .containsExactly("for-ben");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void nobodyIsToldThatSomebodyElseUsedSomething(String engine) throws Exception {
        on(engine, (atlas, calls) -> {
            String start = ok(200, atlas.get("admin", "/events"))
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("id:"))
                    .map(line -> line.substring(3).strip())
                    .findFirst()
                    .orElseThrow();
            UsageRecord hers = calls.made(Calls.of(ann, null, "gpt-5", null, null), NOW);
            for (String who : List.of("ann", "admin", "ben", "vera")) {
                String told = ok(200, atlas.get(who, "/events", "Last-Event-ID", start))
                        .body();
                assertThat(told.contains(hers.id().toString()))
                        .as(who)
                        .isEqualTo(List.of("ann", "admin").contains(who));
                assertThat(told.contains("usage_rollups")).as(who).isEqualTo(who.equals("admin"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aCallIsRecordedOnceWithItsPrice(String engine) throws Exception {
        on(engine, (atlas, calls) -> {
            Id<UsageRecord> id = new Id<>(UUID.randomUUID());
            ModelCall call = Calls.of(ann, null, "my-model", null, null);
            assertThat(calls.made(id, call, NOW).charge()).isNull();
            String price = "{\"model\":\"my-model\",\"effective_from\":\"2020-01-01T00:00:00Z\","
                    + "\"input_per_million\":\"1.5\",\"output_per_million\":\"0\"}";
            ok(201, atlas.post("admin", "/usage/prices", price));
            assertThat(calls.made(id, call, NOW).charge()).as("recorded before").isNull();
            UsageRecord priced = calls.made(call, NOW);
            ok(
                    201,
                    atlas.post(
                            "admin", "/usage/prices", price.replace("1.5", "9").replace("2020", "2021")));
            assertThat(each(atlas.get("ann", "/me/usage/records"), "cost_usd"))
                    .containsExactlyInAnyOrder("absent", "0.0015");
            HttpResponse<String> records = atlas.get("admin", "/usage/records?model=my-model");
            assertThat(items(records).stream()
                            .filter(item -> at(item, "id").equals(priced.id().toString())))
                    .allMatch(item -> at(item, "input_per_million").equals("1.5")
                            && at(item, "price_source").equals("set")
                            && at(item, "estimated").equals("false")
                            && at(item, "total_tokens").equals("1500"));
            assertThat(text(atlas.get("ann", "/me/usage/totals"), "unpriced_requests"))
                    .isEqualTo("1");
        });
    }

    /** All rows, page by page, and none of them runs anything in a spreadsheet. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theExportHoldsEveryRowAndNoFormula(String engine) throws Exception {
        on(engine, (atlas, calls) -> {
            for (String app : List.of("=1+1", "+1", "-1", "@x", "=HYPERLINK(\"http://x\",\"y\")", "a,\"b\"")) {
                calls.made(Calls.of(ann, null, "gpt-5", app, null), NOW.plusSeconds(60));
            }
            int many = 405;
            for (int i = 0; i < many; i++) {
                calls.made(Calls.of(ann, null, "gpt-5", null, null), NOW.minusSeconds(i / 2));
            }
            HttpResponse<String> export = ok(200, atlas.get("ann", "/me/usage/export"));
            assertThat(header(export, "Content-Type")).startsWith("text/csv");
            assertThat(header(export, "Content-Disposition")).contains("atlas-usage.csv");
            List<String> lines = Stream.of(export.body().split("\r\n", -1)).toList();
            assertThat(lines).hasSize(1 + 6 + many + 1).doesNotHaveDuplicates();
            assertThat(export.body())
                    .contains(",'=1+1,", ",'+1,", ",'-1,", ",'@x,", ",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",")
                    .contains(",\"a,\"\"b\"\"\",");
            assertThat(lines.get(7)).contains(",1000,500,0,1500,0.00625,false,2000,300,250.000,true,completed,stop");
            assertThat(each(atlas.get("ann", "/me/usage/records?limit=3"), "app"))
                    .hasSize(3);
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatCannotBeAnsweredSaysWhy(String engine) throws Exception {
        on(engine, (atlas, calls) -> {
            String usage = "/usage/";
            assertThat(refused(
                                    422,
                                    "value.invalid",
                                    atlas.get(
                                            "admin",
                                            usage + "totals?start=2025-01-02T00:00:00Z&end=2025-01-01T00:00:00Z"))
                            .body())
                    .contains("\"field\":\"end\"");
            assertThat(refused(422, "value.invalid", atlas.get("admin", usage + "trend?zone=Mars"))
                            .body())
                    .contains("\"field\":\"zone\"");
            assertThat(refused(
                                    422,
                                    "value.invalid",
                                    atlas.get("admin", usage + "trend?interval=hour&start=2020-01-01T00:00:00Z"))
                            .body())
                    .contains("\"field\":\"start\"");
            refused(400, "request.malformed", atlas.get("admin", usage + "shares?limit=101"));
            refused(400, "request.malformed", atlas.get("admin", usage + "shares?by=time"));
            refused(400, "request.malformed", atlas.get("admin", usage + "trend?interval=week"));
        });
    }
}
