package dev.atlas.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.imports.ImportReport;
import dev.atlas.cli.storage.Engines;
import dev.atlas.cli.storage.StandingProcess;
import dev.atlas.contract.legacy.LegacyFile;
import dev.atlas.contract.legacy.LegacySample;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.usage.UsageRecord;
import dev.atlas.domain.usage.UsageRecordFilter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An import that is killed in the middle of a table: the same again goes on, and takes every row once. */
class KilledLegacyImportTest {

    /** More than fit into one unit of work. */
    private static final int MESSAGES = 450;

    private static final Id<ChatSession> CHAT = new Id<>(UUID.fromString(LegacySample.id(21)));

    @TempDir
    private Path folder;

    static List<String> engines() {
        return Engines.all();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void every_row_is_there_once(String engine) throws Exception {
        Path path = folder.resolve("atlas.sqlite3");
        try (LegacyFile file = LegacyFile.empty(path)) {
            LegacySample.write(file);
            for (int i = 0; i < MESSAGES; i++) {
                file.row(
                        "chat_messages",
                        "id",
                        LegacySample.id(10_000 + i),
                        "session_id",
                        LegacySample.id(21),
                        "role",
                        "user",
                        "content",
                        "word " + i,
                        "created_at",
                        "2025-10-20 12:00:00.000000");
            }
        }
        String whole = Engines.url(engine, folder);
        String killed = Engines.url(engine, folder);
        try (Storage storage = Engines.open(whole)) {
            LegacyImportProcess.run(storage, folder, path);
        }
        StandingProcess.kill(LegacyImportProcess.class, killed, folder.toString(), path.toString(), "chat_messages");
        try (Storage storage = Engines.open(killed);
                Storage expected = Engines.open(whole)) {
            long before = counts(storage).getOrDefault("chat_messages", 0L);
            assertThat(before).isBetween(1L, (long) MESSAGES);
            ImportReport rest = LegacyImportProcess.run(storage, folder, path);
            assertThat(rest.total().created()).isPositive();
            assertThat(counts(storage)).isEqualTo(counts(expected));
            ChatSession chat =
                    storage.read(from -> from.chatSessions().find(CHAT).orElseThrow());
            List<ChatMessage> messages =
                    storage.read(from -> from.chatMessages().after(CHAT, null, 1_000));
            assertThat(messages)
                    .extracting(ChatMessage::sequence)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, chat.totals().messages())
                                    .boxed()
                                    .toList());
            List<UsageRecord> records = storage.read(from -> from.usageRecords()
                    .list(UsageRecordFilter.NONE, Page.first(50))
                    .items());
            assertThat(records).hasSize(3);
        }
    }

    /** Of what an import makes, the administrator of a new store left out. */
    private static Map<String, Long> counts(Storage storage) {
        Map<String, Long> counts = new TreeMap<>();
        storage.read(from -> {
            for (String kind : List.of(
                    "chat_sessions",
                    "chat_messages",
                    "usage_records",
                    "usage_rollups",
                    "model_prices",
                    "legacy_rows")) {
                counts.put(kind, from.records().count(from.records().kind(kind)));
            }
            return true;
        });
        return counts;
    }
}
