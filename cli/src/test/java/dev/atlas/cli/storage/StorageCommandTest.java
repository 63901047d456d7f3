package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.storage.MovingEvent;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.contract.tracker.TrackerSample;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that move data, as a script sees them: what they print, and how they end. */
class StorageCommandTest {

    private static final int RECORDS = 3;

    @TempDir
    private Path folder;

    private Path tracker = Path.of("");

    private String source = "";
    private String target = "";

    @BeforeEach
    void fill() throws Exception {
        tracker = TrackerSample.write(folder.resolve("tracker.db"));
        source = Engines.url("sqlite", folder);
        target = Engines.url("sqlite", folder);
        try (Storage storage = Engines.open(source)) {
            new SampleRecords(21).fill(storage, RECORDS);
        }
    }

    private CommandRun storage(String command, String... more) {
        return run("", Map.of("SOURCE", source), command, more);
    }

    private CommandRun run(String input, Map<String, String> settings, String command, String... more) {
        String[] arguments = new String[6 + more.length];
        System.arraycopy(new String[] {"storage", command, "--from", "env:SOURCE", "--to", target}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return CommandRun.with(input, settings, arguments);
    }

    private static Map<String, Json> json(String text) {
        return ((Json.Obj) Json.parse("out", text.strip())).members();
    }

    @Test
    void a_copy_that_is_proven_ends_with_0_and_says_that_keys_do_not_travel() {
        CommandRun copy = storage("copy");
        assertThat(copy.code()).isEqualTo(ExitCode.TRUE);
        assertThat(copy.out()).contains("Equal: ", "users");
        assertThat(copy.err()).contains("Keys in files do not travel", "ATLAS_SECRET_KEY");
        CommandRun verify = storage("verify", "--json");
        assertThat(verify.code()).isEqualTo(ExitCode.TRUE);
        assertThat(json(verify.out())).containsEntry("equal", new Json.Bool(true));
    }

    @Test
    void a_repeated_copy_ends_with_0() {
        storage("copy");
        assertThat(storage("copy", "--json").code()).isEqualTo(ExitCode.TRUE);
    }

    @Test
    void a_dry_run_makes_nothing() {
        CommandRun dry = storage("copy", "--dry-run", "--json");
        assertThat(dry.code()).isEqualTo(ExitCode.TRUE);
        assertThat(json(dry.out()))
                .containsEntry("dry_run", new Json.Bool(true))
                .containsKey("records");
        assertThat(Path.of(target.substring("sqlite:".length()))).doesNotExist();
    }

    @Test
    void differences_end_with_1_and_are_named() {
        storage("copy");
        try (Storage storage = Engines.open(target)) {
            Tampering.change(storage, StorageCopyTest.kind(storage, "users"), firstUser(storage));
        }
        CommandRun verify = storage("verify");
        assertThat(verify.code()).isEqualTo(ExitCode.DIFFERENCES);
        assertThat(verify.out()).contains("Not equal: 1 records differ", "version: ");
        CommandRun asJson = storage("verify", "--json");
        assertThat(asJson.code()).isEqualTo(ExitCode.DIFFERENCES);
        assertThat(json(asJson.out()))
                .containsEntry("differences", Json.Num.of(1))
                .containsKey("named");
    }

    private static RecordKey firstUser(Storage storage) {
        return SampleRecords.keys(storage, StorageCopyTest.kind(storage, "users"))
                .getFirst();
    }

    @Test
    void a_target_that_holds_something_else_ends_with_3() {
        try (Storage storage = Engines.open(target)) {
            new SampleRecords(22).fill(storage, 1);
        }
        CommandRun copy = storage("copy");
        assertThat(copy.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(copy.err()).contains("name an empty target");
        assertThat(copy.out()).isEmpty();
    }

    @Test
    void a_store_that_is_half_copied_is_not_served_and_says_how_to_finish() {
        try (Storage from = Engines.open(source);
                Storage to = Engines.open(target)) {
            assertThatThrownBy(() -> new StorageCopy(Clock.systemUTC()).run(from, to, StorageCommandTest::stop))
                    .hasMessage("stopped");
        }
        Map<String, String> settings = Map.of("ATLAS_STORAGE_URL", target, "ATLAS_DATA", folder.toString());
        for (String command : new String[] {"serve", "export --to " + folder.resolve("out"), "import eeg " + tracker}) {
            CommandRun run = CommandRun.of(settings, command.split(" ", -1));
            assertThat(run.code()).as(command).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err())
                    .contains("atlas storage copy --from %s --to %s".formatted(absolute(source), absolute(target)));
        }
        CommandRun status = CommandRun.of(settings, "storage", "status");
        assertThat(status.code()).isEqualTo(ExitCode.TRUE);
        assertThat(status.out()).contains("copying");
        assertThat(storage("copy").code()).isEqualTo(ExitCode.TRUE);
        assertThat(CommandRun.of(
                                settings,
                                "export",
                                "--to",
                                folder.resolve("out").toString())
                        .code())
                .isEqualTo(ExitCode.TRUE);
    }

    private static void stop(MovingEvent event) {
        if (event instanceof MovingEvent.Advanced step && step.phase() == MovingEvent.Phase.COPYING) {
            throw new IllegalStateException("stopped");
        }
    }

    private static String absolute(String url) {
        return "sqlite:"
                + Path.of(url.substring("sqlite:".length())).toAbsolutePath().normalize();
    }

    @Test
    void a_password_that_others_can_see_is_warned_of() {
        String url = "postgresql://ann:hidden@127.0.0.1:1/atlas";
        CommandRun literal = CommandRun.of(Map.of(), "storage", "copy", "--from", url, "--to", target);
        assertThat(literal.code()).isEqualTo(ExitCode.USAGE);
        assertThat(literal.err()).contains("Warning", "--from", "env:NAME").doesNotContain("hidden");
        CommandRun input = CommandRun.with(url, Map.of(), "storage", "copy", "--from", "-", "--to", target);
        assertThat(input.code()).isEqualTo(ExitCode.USAGE);
        assertThat(input.err()).contains("--from").doesNotContain("Warning", "hidden");
        CommandRun empty = CommandRun.of(Map.of(), "storage", "copy", "--from", "-", "--to", target);
        assertThat(empty.code()).isEqualTo(ExitCode.USAGE);
        assertThat(empty.err()).contains("standard input", "empty");
        CommandRun unset = CommandRun.of(Map.of(), "storage", "copy", "--from", "env:NOPE", "--to", target);
        assertThat(unset.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unset.err()).contains("NOPE", "not set");
    }

    @Test
    void an_export_and_its_import_end_with_0() {
        String out = folder.resolve("out").toString();
        CommandRun export = CommandRun.of(Map.of("ATLAS_STORAGE_URL", source), "export", "--to", out, "--json");
        assertThat(export.code()).isEqualTo(ExitCode.TRUE);
        assertThat(export.err()).contains("secret.key", "ATLAS_SECRET_KEY");
        CommandRun imported = CommandRun.of(Map.of("ATLAS_STORAGE_URL", target), "import", "atlas", out, "--json");
        assertThat(imported.code()).isEqualTo(ExitCode.TRUE);
        assertThat(imported.err()).contains("secret.key", "ATLAS_SECRET_KEY");
        assertThat(json(imported.out()))
                .containsEntry("digest", json(export.out()).get("digest"));
        CommandRun again = CommandRun.of(Map.of("ATLAS_STORAGE_URL", source), "export", "--to", out);
        assertThat(again.code()).isEqualTo(ExitCode.REFUSED);
        CommandRun nowhere = CommandRun.of(
                Map.of("ATLAS_STORAGE_URL", source), "export", "--to", source.substring("sqlite:".length()) + "/x");
        assertThat(nowhere.code()).isEqualTo(ExitCode.USAGE);
        assertThat(nowhere.err()).contains("/x").doesNotContain("Exception");
    }

    @Test
    void what_is_no_command_ends_with_2() {
        assertThat(CommandRun.of(Map.of(), "strage").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of(Map.of(), "storage", "copy").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of(Map.of()).code()).isEqualTo(ExitCode.USAGE);
    }
}
