package dev.atlas.api.imports;

import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.Refusal;
import dev.atlas.application.imports.ImportReport;
import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.application.imports.ImportReport.Finding;
import dev.atlas.application.imports.ImportReport.Quarantined;
import dev.atlas.application.imports.LegacyImportRequest;
import dev.atlas.contract.legacy.LegacyBotSample;
import dev.atlas.contract.legacy.LegacyFile;
import dev.atlas.contract.legacy.LegacySample;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.agents.ChatPreset;
import dev.atlas.domain.agents.PresetConfig;
import dev.atlas.domain.agents.PresetDetails;
import dev.atlas.domain.chat.ChatDetails;
import dev.atlas.domain.chat.ChatFilter;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.imports.LegacyRow;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StoredRecord;
import dev.atlas.domain.usage.ModelPrice;
import dev.atlas.domain.usage.TokenPrice;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.domain.usage.UsageRecordFilter;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What of the predecessor's file is in Atlas after an import, on every engine, and what of it can be done there. */
class LegacyImportTest {

    /** Those an import writes, but for what is encrypted otherwise each time. */
    private static final List<String> KINDS = List.of(
            "users",
            "roles",
            "personal_tokens",
            "chat_sessions",
            "chat_messages",
            "usage_records",
            "usage_rollups",
            "model_prices",
            "provider_configurations",
            "bot_accounts",
            "bot_conversations",
            "bot_messages",
            "bot_configurations",
            "legacy_rows");

    @TempDir
    private Path folder;

    private interface Story {
        void tell(ServedAtlas atlas, LegacyFile file) throws Exception;
    }

    /** The file stays open, so that its rows are in the log beside it alone. */
    private void on(String engine, Story story) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder);
                LegacyFile file = LegacyFile.empty(folder.resolve(UUID.randomUUID() + ".sqlite3"))) {
            file.execute("pragma wal_autocheckpoint = 0");
            LegacySample.write(file);
            story.tell(atlas, file);
        }
    }

    private static ImportReport run(ServedAtlas atlas, LegacyFile file, @Nullable String key) {
        return run(atlas, file, key, false);
    }

    private static ImportReport run(ServedAtlas atlas, LegacyFile file, @Nullable String key, boolean dry) {
        return atlas.atlas().imports().legacy().run(new LegacyImportRequest(file.path(), key, "legacy", null, dry));
    }

    private static Counts counts(ImportReport report, String table) {
        return report.tables().stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow()
                .counts();
    }

    private static List<String> subjects(ImportReport report, String code) {
        return report.findings().stream()
                .filter(each -> each.code().equals(code))
                .map(Finding::subjects)
                .findFirst()
                .orElse(List.of());
    }

    private static <R> R read(ServedAtlas atlas, Function<? super Repositories, R> look) {
        return atlas.storage().read(look);
    }

    private static void check(ServedAtlas atlas, Consumer<Repositories> look) {
        atlas.storage().read(from -> {
            look.accept(from);
            return true;
        });
    }

    static <T> Id<T> id(int number) {
        return new Id<>(UUID.fromString(LegacySample.id(number)));
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aPresetWithoutAUserIsTheSystems(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            run(atlas, file, LegacySample.FERNET_KEY);
            ChatPreset preset = atlas.storage()
                    .read((Repositories from) -> from.chatPresets().find(id(51)).orElseThrow());
            assertThat(preset.system()).isTrue();
            assertThat(preset.details())
                    .isEqualTo(new PresetDetails(
                            "Brief",
                            null,
                            "ops",
                            true,
                            new PresetConfig(
                                    "anthropic", null, new BigDecimal("0.25"), 2048, "Be brief.", true, List.of())));
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatIsLeftOutIsNamedWithItsReason(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            ImportReport report = run(atlas, file, LegacySample.FERNET_KEY);
            assertThat(report.quarantined())
                    .extracting(row -> row.table() + " " + row.key().replaceFirst("^0[0-9a-f-]*0(?=[1-9])", ""))
                    .containsExactlyInAnyOrder(
                            "users 4",
                            "users 5",
                            "user_api_keys 14",
                            "user_api_keys 15",
                            "chat_sessions 22",
                            "chat_sessions 23",
                            "chat_messages 36",
                            "chat_messages 37",
                            "chat_messages 38",
                            "chat_messages 39",
                            "playground_presets 52",
                            "playground_sessions.messages ai_playground/2",
                            "bot_platform_accounts 3",
                            "bot_platform_accounts 4",
                            "bot_platform_accounts 7",
                            "bot_platform_accounts 8",
                            "bot_conversations 4",
                            "bot_conversations 5",
                            "bot_conversations 6",
                            "bot_messages 5",
                            "bot_messages 6",
                            "bot_messages 7",
                            "bot_messages 8",
                            "bot_webhook_configs 4");
            assertThat(report.quarantined())
                    .contains(
                            new Quarantined(
                                    "users",
                                    LegacySample.id(4),
                                    "created_at must be a time such as 2025-10-19T18:32:26.111910"),
                            new Quarantined("users", LegacySample.id(5), "an earlier row says the same"),
                            new Quarantined("playground_presets", LegacySample.id(52), "an earlier row says the same"),
                            new Quarantined(
                                    "chat_messages", LegacySample.id(36), "session_id names no chat that was taken"));
            assertThat(subjects(report, "revision")).containsExactly("20260118_0020");
            assertThat(subjects(report, "table_kept")).contains("foreman_configs (1)", "workflows (0)", "devices (1)");
            assertThat(subjects(report, "secret_left"))
                    .containsExactlyInAnyOrder(
                            "bot_webhook_configs 1: extra_config",
                            "bot_webhook_configs 3: extra_config",
                            "module_configs jira: config_json");
            assertThat(subjects(report, "permission_unknown")).containsExactly("member: playground.use");
            assertThat(subjects(report, "role_unknown")).containsExactly("carl (ghost)");
            assertThat(subjects(report, "email_left")).containsExactly(LegacySample.id(3));
            assertThat(subjects(report, "secret_shared"))
                    .containsExactly(LegacySample.id(12) + " and " + LegacySample.id(13));
            assertThat(subjects(report, "price_zero")).containsExactly("ollama llama");
            assertThat(subjects(report, "counted_once")).containsExactly("7");
            assertThat(subjects(report, "cost_rounded")).containsExactly("ai_activity_logs " + LegacySample.id(62));
            assertThat(subjects(report, "text_cut")).contains("users %s: display_name".formatted(LegacySample.id(3)));
        });
    }

    /* All 31 tables that hold data are in the report, and the messages within sessions. */
    @Test
    void everyTableIsNamed() throws Exception {
        on("sqlite", (atlas, file) -> {
            ImportReport report = run(atlas, file, null);
            assertThat(report.tables()).hasSize(31 + 1);
            file.execute("drop table skill_actions").execute("create table surprise (id integer)");
            ImportReport other = run(atlas, file, null);
            assertThat(subjects(other, "table_missing")).containsExactly("skill_actions");
            assertThat(subjects(other, "table_unknown")).containsExactly("surprise");
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void peopleSignInAsBefore(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            run(atlas, file, LegacySample.FERNET_KEY);
            for (String name : List.of("ann", "bob")) {
                String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, LegacySample.PASSWORD);
                HttpResponse<String> signedIn =
                        ok(200, ServedAtlas.send(atlas.request("POST", "/auth/login", body, Map.of())));
                HttpResponse<String> me = ok(200, me(atlas, text(signedIn, "access_token")));
                assertThat(text(me, "id")).isEqualTo(LegacySample.id(name.equals("ann") ? 1 : 2));
                assertThat(text(me, "created_at")).isEqualTo("2025-10-19T18:32:26.000000Z");
                // of what both know the file decides, of the rest Atlas
                assertThat(me.body())
                        .contains("\"tools.use\"", "\"project.create\"")
                        .doesNotContain("chat.use");
            }
            check(atlas, from -> assertThat(from.users()
                            .find(LegacyImportTest.<User>id(3))
                            .orElseThrow()
                            .createdAt())
                    .isEqualTo(Instant.parse("2025-10-19T18:32:26Z")));
            assertThat(text(ok(200, me(atlas, LegacySample.TOKEN)), "username")).isEqualTo("ann");
            ok(401, me(atlas, LegacySample.OPENAI_KEY));
            check(atlas, from -> assertThat(
                            from.roles().find("night").orElseThrow().permissions())
                    .hasToString("[ZABBIX_ACK]"));
            // who was here already keeps their password, and has the id of here
            check(atlas, from -> assertThat(from.users()
                            .named(new Username("admin"))
                            .orElseThrow()
                            .id())
                    .isNotEqualTo(LegacyImportTest.<User>id(6)));
            atlas.signIn("admin");
        });
    }

    private static HttpResponse<String> me(ServedAtlas atlas, String bearer) throws Exception {
        return ServedAtlas.send(atlas.request("GET", "/me", "", Map.of("Authorization", "Bearer " + bearer)));
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void secretsAreEncryptedAnewAndNeverKeptInClear(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            ImportReport without = run(atlas, file, null);
            assertThat(without.quarantined())
                    .contains(new Quarantined(
                            "secure_settings",
                            "ZABBIX_API_TOKEN",
                            "encrypted_value is encrypted: give the key with --secret-key"));
            check(atlas, from -> assertThat(from.secrets().find(new SecretName("ZABBIX_API_TOKEN")))
                    .isEmpty());
            ImportReport with = run(atlas, file, LegacySample.FERNET_KEY);
            assertThat(counts(with, "secure_settings").created()).isEqualTo(2);
            assertThat(ok(200, atlas.get("admin", "/secrets/ZABBIX_API_TOKEN")).body())
                    .contains("\"readable\":true")
                    .doesNotContain("hello");
            check(atlas, from -> assertThat(
                            atlas.atlas().identity().ownCredentials().value(from, id(1), new Provider("openai")))
                    .contains(LegacySample.OPENAI_KEY));
            check(atlas, from -> assertThat(
                            atlas.atlas().identity().sharedCredentials().value(from, new Provider("openrouter")))
                    .contains("sk-shared"));
            for (StoredRecord row : everything(atlas)) {
                assertThat(String.valueOf(row.values()))
                        .doesNotContain(
                                LegacySample.OPENAI_KEY, LegacySample.TOKEN, "sk-shared", "hello", "in-clear-setting")
                        .doesNotContain(LegacyBotSample.SECRETS.toArray(String[]::new));
            }
            check(atlas, from -> assertThat(from.legacyRows()
                            .find(LegacyRow.idOf("legacy", "module_configs", "jira"))
                            .orElseThrow()
                            .content()
                            .text())
                    .as("all but the secrets")
                    .contains("max_tokens", "4096", "(hidden)"));
        });
    }

    private static List<StoredRecord> everything(ServedAtlas atlas) {
        return atlas.storage().read(from -> {
            List<StoredRecord> all = new ArrayList<>();
            from.records().kinds().forEach(kind -> all.addAll(from.records().scan(kind, null, 10_000)));
            return all;
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void chatsAreThereAsTheyWereSaid(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            run(atlas, file, null);
            Id<ChatSession> chat = id(21);
            ChatSession taken =
                    read(atlas, from -> from.chatSessions().find(chat).orElseThrow());
            assertThat(taken.title()).isEqualTo("Caf\u00e9");
            assertThat(taken.variables().text()).isEqualTo("{\"name\":\"caf\u00e9\",\"n\":null}");
            assertThat(taken.updatedAt()).isEqualTo(Instant.parse("2025-10-19T18:00:04.123456Z"));
            assertThat(taken.totals().messages()).isEqualTo(6);
            assertThat(taken.totals().promptTokens()).isEqualTo(13);
            assertThat(taken.totals().costUsd()).isEqualTo("0.0012350");
            List<ChatMessage> messages = read(atlas, from -> from.chatMessages().after(chat, null, 50));
            assertThat(messages)
                    .extracting(message -> message.entry().content())
                    .containsExactly("Why?", "Hm.", "Because.", "first", "second", "");
            assertThat(messages).extracting(ChatMessage::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(messages.get(1).entry().metadata().text())
                    .isEqualTo("{\"tokens\":{\"prompt_tokens\":3,\"completion_tokens\":4}}");
            assertThat(messages.get(2).entry().toolCalls()).singleElement().satisfies(call -> assertThat(call.name())
                    .isEqualTo("jira"));
            assertThat(messages.get(2).entry().model()).isEqualTo("gpt-5");
            for (StoredRecord row : everything(atlas)) {
                if (row.kind().name().equals("legacy_rows")) {
                    assertThat(String.valueOf(row.values()))
                            .as("what is removed in Atlas is nowhere else")
                            .doesNotContain("Because.", "Hm.", "Caf\u00e9", "caf\u00e9", "Check it", "TOKENS");
                }
            }
            check(atlas, from -> assertThat(from.chatSessions()
                            .find(LegacyImportTest.<ChatSession>id(24))
                            .orElseThrow()
                            .title())
                    .isEqualTo("y".repeat(200)));
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aPlaygroundSessionIsAChatWithAnAgent(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            run(atlas, file, null);
            ChatSession chat = read(
                    atlas, from -> from.chatSessions().ownedBy(id(1), ChatFilter.NONE, Page.first(50)).items().stream()
                            .filter(each -> each.agent() != null)
                            .findFirst()
                            .orElseThrow());
            assertThat(chat.agent()).isEqualTo("ops");
            assertThat(chat.title()).isEqualTo("Check it");
            assertThat(chat.variables().text()).isEqualTo("{\"case\":7,\"config_override\":{\"temperature\":0.2}}");
            List<ChatMessage> messages = read(atlas, from -> from.chatMessages().after(chat.id(), null, 50));
            assertThat(messages)
                    .extracting(message -> message.entry().content())
                    .containsExactly("Check it", "Done");
            assertThat(messages.getLast().entry().metadata().text()).isEqualTo("{\"tokens\":9}");
            assertThat(messages.getLast().createdAt()).isEqualTo(Instant.parse("2025-10-19T18:01:05Z"));
        });
    }

    /* The turn in both tables counts once, at the cost of the log; nothing is priced again. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void usageIsCountedOnceAndPricesAreExact(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            run(atlas, file, null);
            List<UsageRecord> records = read(atlas, from -> from.usageRecords()
                    .list(UsageRecordFilter.NONE, Page.first(50))
                    .items());
            assertThat(records)
                    .extracting(record ->
                            Objects.requireNonNull(record.charge()).costUsd().toPlainString())
                    .containsExactlyInAnyOrder("0.0012345", "0.00105", "0.02");
            HttpResponse<String> stats = ok(200, atlas.get("admin", "/usage/dashboard"));
            assertThat(stats.body()).contains("0.0222845");
            assertThat(records).allSatisfy(record -> {
                assertThat(record.call().origin().userId()).isEqualTo(LegacyImportTest.<User>id(1));
                assertThat(record.call().origin().sessionId()).isNotNull();
            });
            ModelPrice price = read(atlas, from -> from.modelPrices()
                    .find(LegacyImportTest.<ModelPrice>id(71))
                    .orElseThrow());
            assertThat(price.entry().price()).isEqualTo(new TokenPrice(new BigDecimal("0.25"), new BigDecimal("2")));
            check(atlas, from -> assertThat(from.providerConfigurations().find("lab-gpu"))
                    .isPresent());
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void twoImportsAtOnceTakeEachRowOnce(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            List<ImportReport> reports = new ArrayList<>();
            try (ExecutorService imports = Executors.newFixedThreadPool(2)) {
                Callable<ImportReport> one = () -> run(atlas, file, LegacySample.FERNET_KEY);
                for (Future<ImportReport> each : imports.invokeAll(List.of(one, one))) {
                    reports.add(each.get());
                }
            }
            List<StoredRecord> there = everything(atlas);
            ImportReport again = run(atlas, file, LegacySample.FERNET_KEY);
            assertThat(again.total().created() + again.total().updated()).isZero();
            assertThat(everything(atlas)).isEqualTo(there);
            assertThat(reports).allSatisfy(report -> {
                assertThat(report.quarantined()).isEqualTo(again.quarantined());
                assertThat(report.total().updated()).isZero();
            });
            try (ServedAtlas alone = ServedAtlas.on(engine, folder)) {
                ImportReport whole = run(alone, file, LegacySample.FERNET_KEY);
                assertThat(whole.tables()).allSatisfy(table -> assertThat(counts(reports.getFirst(), table.table())
                                        .created()
                                + counts(reports.getLast(), table.table()).created())
                        .as(table.table())
                        .isEqualTo(table.counts().created()));
                for (String kind : KINDS) {
                    assertThat(count(atlas, kind)).as(kind).isEqualTo(count(alone, kind));
                }
            }
        });
    }

    private static int count(ServedAtlas atlas, String kind) {
        return (int) everything(atlas).stream()
                .filter(row -> row.kind().name().equals(kind))
                .count();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void importingAgainChangesNothingAndADryRunSaysWhatWillBe(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            int before = everything(atlas).size();
            ImportReport dry = run(atlas, file, LegacySample.FERNET_KEY, true);
            assertThat(everything(atlas)).hasSize(before);
            ImportReport first = run(atlas, file, LegacySample.FERNET_KEY);
            assertThat(dry.tables()).isEqualTo(first.tables());
            assertThat(dry.quarantined()).isEqualTo(first.quarantined());
            assertThat(dry.findings()).isEqualTo(first.findings());
            List<StoredRecord> there = everything(atlas);
            ImportReport second = run(atlas, file, LegacySample.FERNET_KEY);
            assertThat(second.total().created()).isZero();
            assertThat(second.total().updated()).isZero();
            assertThat(second.quarantined()).isEqualTo(first.quarantined());
            assertThat(everything(atlas)).isEqualTo(there);
        });
    }

    /* The owner may be somebody whom the same file brings. */
    @Test
    void chatsWithoutAUserAreGivenToTheOwner() throws Exception {
        on("sqlite", (atlas, file) -> {
            LegacyImportRequest request = new LegacyImportRequest(file.path(), null, "legacy", "ann", false);
            ImportReport report = atlas.atlas().imports().legacy().run(request);
            assertThat(counts(report, "chat_sessions").quarantined()).isEqualTo(1);
            List<ChatMessage> messages = read(atlas, from -> from.chatMessages().after(id(22), null, 5));
            assertThat(messages).singleElement().satisfies(message -> assertThat(message.ownerId())
                    .isEqualTo(LegacyImportTest.<User>id(1)));
            LegacyImportRequest nobodys = new LegacyImportRequest(file.path(), null, "other", "nobody", false);
            assertThatThrownBy(() -> atlas.atlas().imports().legacy().run(nobodys))
                    .isInstanceOf(Refusal.NotFound.class);
            check(atlas, from -> assertThat(
                            from.legacyRows().find(LegacyRow.idOf("other", "users", LegacySample.id(1))))
                    .isEmpty());
        });
    }

    /* What was committed before the process died stays, and the next one goes on from there. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatWasInterruptedIsTakenUpAgain(String engine) throws Exception {
        int more = 450;
        on(engine, (atlas, file) -> {
            for (int i = 0; i < more; i++) {
                file.row(
                        "chat_messages",
                        "id",
                        LegacySample.id(1_000 + i),
                        "session_id",
                        LegacySample.id(24),
                        "role",
                        "user",
                        "content",
                        "m" + i,
                        "created_at",
                        "2025-10-19 19:%02d:%02d".formatted(i / 60, i % 60));
            }
            LegacyImportRequest request = LegacyImportRequest.of(file.path());
            AtomicInteger batches = new AtomicInteger();
            assertThatThrownBy(() -> atlas.atlas().imports().legacy().run(request, (table, rows) -> {
                        if (table.equals("chat_messages") && batches.incrementAndGet() == 2) {
                            throw new IllegalStateException("the process died");
                        }
                    }))
                    .hasMessage("the process died");
            ImportReport report = run(atlas, file, null);
            assertThat(counts(report, "chat_messages").created()).isPositive().isEqualTo(more + 6 - (400 - 3));
            List<ChatMessage> all = new ArrayList<>();
            for (long after = 0; all.size() < more; after = all.getLast().sequence()) {
                long from = after;
                all.addAll(read(atlas, each -> each.chatMessages().after(id(24), from, 200)));
            }
            assertThat(all)
                    .extracting(message -> message.entry().content())
                    .containsExactlyElementsOf(
                            IntStream.range(0, more).mapToObj(i -> "m" + i).toList());
            assertThat(all)
                    .extracting(ChatMessage::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, more).boxed().toList());
            check(atlas, from -> assertThat(from.chatSessions()
                            .find(LegacyImportTest.<ChatSession>id(24))
                            .orElseThrow()
                            .totals()
                            .messages())
                    .isEqualTo(more));
        });
    }

    /* The predecessor went on, and so did people here: each change is where it was made. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatTheFileChangedIsFollowedAndWhatPeopleChangedStays(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            run(atlas, file, null);
            atlas.storage().write(to -> {
                ChatSession chat = to.chatSessions().find(id(21)).orElseThrow();
                return to.chatSessions()
                        .replace(chat.described(
                                new ChatDetails("Ours", chat.provider(), chat.model()), chat.updatedAt()));
            });
            file.execute("update chat_sessions set title = 'Theirs', model = 'gpt-6' where id = '" + LegacySample.id(21)
                            + "'")
                    .execute("update users set display_name = 'Bob' where username = 'BOB'")
                    .execute("update chat_messages set content = 'never' where id = '" + LegacySample.id(31) + "'")
                    .execute("update chat_sessions set user_id = '" + LegacySample.id(2) + "' where id = '"
                            + LegacySample.id(22) + "'");
            file.execute("update chat_sessions set title = 'Short', context_variables = '{\"a\": 1}' where id = '"
                            + LegacySample.id(24) + "'")
                    .execute("update playground_sessions set state = '{\"case\": 8}'")
                    .execute(
                            "update user_api_keys set secret = 'sk-new', updated_at = '2025-11-01 00:00:00' where id = '"
                                    + LegacySample.id(12) + "'")
                    .execute("update ai_model_configs set is_active = 0 where model_id = 'gpt-5-mini'");
            ImportReport report = run(atlas, file, null);
            check(atlas, from -> assertThat(
                            atlas.atlas().identity().ownCredentials().value(from, id(1), new Provider("openai")))
                    .contains("sk-new"));
            check(atlas, from -> assertThat(from.modelPrices().find(LegacyImportTest.<ModelPrice>id(71)))
                    .isEmpty());
            ChatSession renamed = read(atlas, from -> from.chatSessions()
                    .find(LegacyImportTest.<ChatSession>id(24))
                    .orElseThrow());
            assertThat(renamed.title()).isEqualTo("Short");
            assertThat(renamed.variables().text()).isEqualTo("{\"a\":1}");
            assertThat(counts(report, "playground_sessions").updated()).isEqualTo(1);
            assertThat(counts(report, "users").updated()).isEqualTo(1);
            assertThat(counts(report, "chat_sessions").updated()).isEqualTo(2);
            assertThat(counts(report, "chat_sessions").created()).isEqualTo(1);
            assertThat(counts(report, "chat_messages").created()).isEqualTo(1);
            assertThat(report.quarantined())
                    .contains(new Quarantined(
                            "chat_messages",
                            LegacySample.id(31),
                            "row was changed since it was imported, and messages are never changed"));
            ChatSession chat = read(atlas, from -> from.chatSessions()
                    .find(LegacyImportTest.<ChatSession>id(21))
                    .orElseThrow());
            assertThat(chat.title()).isEqualTo("Ours");
            assertThat(chat.model()).isEqualTo("gpt-6");
            assertThat(chat.totals().messages()).isEqualTo(6);
            check(atlas, from -> assertThat(from.users()
                            .find(LegacyImportTest.<User>id(2))
                            .orElseThrow()
                            .displayName())
                    .isEqualTo("Bob"));
        });
    }

    /* Older revisions lack columns and tables. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void olderFilesAreTakenAsFarAsTheyGo(String engine) throws Exception {
        on(engine, (atlas, file) -> {
            for (String column : List.of("agent_config_id", "provider_type", "model")) {
                file.execute("alter table chat_sessions drop column " + column);
            }
            for (String column : List.of("message_type", "tool_call_id", "tool_name", "metadata_json")) {
                file.execute("alter table chat_messages drop column " + column);
            }
            file.execute("drop table playground_sessions").execute("alter table playground_usage drop column client");
            ImportReport report = run(atlas, file, null);
            assertThat(counts(report, "chat_messages").created()).isEqualTo(6);
            assertThat(subjects(report, "table_missing")).containsExactly("playground_sessions");
            assertThat(counts(report, "playground_usage").created()).isEqualTo(2);
        });
    }

    /** Nothing here but what the file says: whoever imports it on another engine has the same. */
    @Test
    void everyEngineHasTheSame() throws Exception {
        List<List<String>> all = new ArrayList<>();
        try (LegacyFile file = LegacyFile.empty(folder.resolve("atlas.sqlite3"))) {
            LegacySample.write(file);
            file.execute("delete from users where username = 'admin'");
            for (String engine : ServedAtlas.engines()) {
                try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
                    run(atlas, file, null);
                    List<String> rows = new ArrayList<>();
                    for (String kind : KINDS) {
                        rows.addAll(canonical(atlas, kind));
                    }
                    all.add(rows);
                }
            }
        }
        assertThat(all)
                .allSatisfy(rows -> assertThat(rows).hasSizeGreaterThan(40).isEqualTo(all.getFirst()));
    }

    private static List<String> canonical(ServedAtlas atlas, String kind) {
        return atlas.storage().read(from -> from.records().scan(from.records().kind(kind), null, 10_000).stream()
                .filter(row -> !String.valueOf(row.values()).contains("admin"))
                .map(LegacyImportTest::withoutTimesOfTheImport)
                .sorted()
                .toList());
    }

    private static String withoutTimesOfTheImport(StoredRecord row) {
        List<String> values = new ArrayList<>();
        row.kind().columns().forEach(column -> {
            Object value = row.value(column.name());
            boolean now = value instanceof Instant at && at.isAfter(Instant.parse("2026-06-01T00:00:00Z"));
            values.add(column.name() + "=" + (now ? "now" : value));
        });
        return values.toString();
    }
}
