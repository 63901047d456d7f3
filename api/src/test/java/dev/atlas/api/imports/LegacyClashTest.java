package dev.atlas.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.imports.ImportReport;
import dev.atlas.application.imports.ImportReport.Quarantined;
import dev.atlas.application.imports.LegacyImportRequest;
import dev.atlas.contract.legacy.LegacyFile;
import dev.atlas.contract.legacy.LegacySample;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.storage.Repositories;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of the predecessor's file that were taken, and then were changed such that they stand where others do. */
class LegacyClashTest {

    private static final String OTHER_TOKEN = "abcabcabcabcabcabcabcabcabcabcabcabcabcabc0";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theyAreLeftOutWithTheirReasonAndAllElseIsTaken(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder);
                LegacyFile file = LegacyFile.empty(folder.resolve("atlas.sqlite3"))) {
            LegacySample.write(file);
            file.execute("create temp table price as select * from ai_model_configs where id = '%s'".formatted(id(71)))
                    .execute("update price set id = '%s', model_id = 'gpt-5-nano'".formatted(id(73)))
                    .execute("insert into ai_model_configs select * from price")
                    .row("user_api_keys", "id", id(17), "user_id", id(3), "provider", "mcp", "secret", OTHER_TOKEN);
            preset(file, 53, "{\"max_tokens\": 4294967396}");
            preset(file, 54, "{\"temperature\": \"hot\"}");
            assertThat(run(atlas, file).quarantined())
                    .contains(
                            presetLeft(53, "config.max_tokens must be a whole number of tokens"),
                            presetLeft(54, "config.temperature must be a number"))
                    .noneMatch(row -> row.table().equals("ai_model_configs"));

            file.execute("delete from ai_model_configs where id = '%s'".formatted(id(71)))
                    .execute("update ai_model_configs set model_id = 'gpt-5-mini' where id = '%s'".formatted(id(73)))
                    .execute("delete from user_api_keys where id = '%s'".formatted(id(11)))
                    .execute(
                            "update user_api_keys set secret = '%s', updated_at = '2025-11-01 00:00:00' where id = '%s'"
                                    .formatted(LegacySample.TOKEN, id(17)))
                    .execute("update chat_sessions set title = 'Theirs' where id = '%s'".formatted(id(21)));

            assertThat(run(atlas, file).quarantined())
                    .contains(
                            new Quarantined("ai_model_configs", id(73), "model_id has another price from this time on"),
                            new Quarantined("user_api_keys", id(17), "secret is another token in Atlas already"));
            ChatSession followed = atlas.storage().read((Repositories from) -> from.chatSessions()
                    .find(LegacyImportTest.<ChatSession>id(21))
                    .orElseThrow());
            assertThat(followed.title()).isEqualTo("Theirs");
        }
    }

    private static ImportReport run(ServedAtlas atlas, LegacyFile file) {
        return atlas.atlas().imports().legacy().run(new LegacyImportRequest(file.path(), null, "legacy", null, false));
    }

    private static void preset(LegacyFile file, int number, String config) throws Exception {
        file.row(
                "playground_presets",
                "id",
                id(number),
                "name",
                "Preset " + number,
                "agent_id",
                "ops",
                "config",
                config,
                "is_shared",
                1,
                "is_default",
                0);
    }

    private static Quarantined presetLeft(int number, String reason) {
        return new Quarantined("playground_presets", id(number), reason);
    }

    private static String id(int number) {
        return LegacySample.id(number);
    }
}
