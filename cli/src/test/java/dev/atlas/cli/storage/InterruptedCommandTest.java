package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.storage.StorageStatus;
import dev.atlas.cli.CommandProcess;
import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.contract.tracker.TrackerFile;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of long work ends it with 130, and the same command brings it to its end. */
@Timeout(300)
class InterruptedCommandTest {

    private static final int MANY = 3_000;
    private static final Set<String> KINDS_OF_MANY = Set.of("users", "experiments");

    @TempDir
    private Path folder;

    private String source = "";
    private String target = "";

    @BeforeEach
    void fill() {
        source = Engines.url("sqlite", folder);
        target = Engines.url("sqlite", folder);
        Engines.open(target).close();
    }

    private void fillSource() {
        try (Storage storage = Engines.open(source)) {
            new SampleRecords(17).fill(storage, kind -> KINDS_OF_MANY.contains(kind.name()) ? MANY : 20);
        }
    }

    private Map<String, String> settings(String url) {
        return Map.of(
                "ATLAS_STORAGE_URL",
                url,
                "ATLAS_DATA",
                folder.resolve("data").toString(),
                "ATLAS_ADMIN_PASSWORD",
                "correct horse");
    }

    private static long count(Storage storage, String name) {
        return storage.read(repositories -> {
            Kind kind = repositories.records().kind(name);
            return repositories.records().count(kind);
        });
    }

    /** Some records are there, and the copy is not proven. */
    private static boolean partlyCopied(Storage storage) {
        return count(storage, "users") > 0
                && StorageStatus.copyInto(storage)
                        .filter(StorageStatus.Copy::unfinished)
                        .isPresent();
    }

    private void assertEqual() {
        CommandRun verify = CommandRun.of(Map.of(), "storage", "verify", "--from", source, "--to", target);
        assertThat(verify.code()).as(verify.out()).isEqualTo(ExitCode.TRUE);
    }

    @Test
    void a_copy_goes_on() throws Exception {
        fillSource();
        String[] command = {"storage", "copy", "--from", source, "--to", target};
        try (Storage watched = Engines.open(target);
                CommandProcess process = CommandProcess.start(folder, Map.of(), command)) {
            assertThat(process.interrupt(() -> partlyCopied(watched))).isEqualTo(ExitCode.INTERRUPTED);
            assertThat(partlyCopied(watched)).isTrue();
        }
        CommandRun again = CommandRun.of(Map.of(), command);
        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.TRUE);
        assertThat(again.err()).contains("Goes on from an earlier run");
        assertEqual();
    }

    @Test
    void an_export_and_its_import_go_on() throws Exception {
        fillSource();
        Path out = folder.resolve("out");
        String[] export = {"export", "--to", out.toString()};
        try (CommandProcess process = CommandProcess.start(folder, settings(source), export)) {
            assertThat(process.interrupt(() -> partlyExported(out))).isEqualTo(ExitCode.INTERRUPTED);
        }
        String[] importing = {"import", "atlas", out.toString()};
        assertThat(CommandRun.of(settings(target), importing).code())
                .as("what is not whole is not imported")
                .isEqualTo(ExitCode.REFUSED);
        assertThat(CommandRun.of(settings(source), export).code()).isEqualTo(ExitCode.TRUE);

        try (Storage watched = Engines.open(target);
                CommandProcess process = CommandProcess.start(folder, settings(target), importing)) {
            assertThat(process.interrupt(() -> partlyCopied(watched))).isEqualTo(ExitCode.INTERRUPTED);
        }
        CommandRun again = CommandRun.of(settings(target), importing);
        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.TRUE);
        assertThat(again.err()).contains("Goes on from an earlier run");
        assertEqual();
    }

    /** Some files have their names, and the manifest, which is written last, has not. */
    private static boolean partlyExported(Path out) {
        if (!Files.isDirectory(out)) {
            return false;
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.anyMatch(file -> file.toString().endsWith(".jsonl"))
                    && !Files.exists(out.resolve("manifest.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_backup_leaves_nothing() throws Exception {
        try (Storage storage = Engines.open(source)) {
            new SampleRecords(17).fill(storage, kind -> kind.name().equals("users") ? MANY : 0);
        }
        Path place = Files.createDirectory(folder.resolve("place"));
        String[] command = {"backup", "--to", place.resolve("backup").toString()};
        try (CommandProcess process = CommandProcess.start(folder, settings(source), command)) {
            assertThat(process.interrupt(() -> !isEmpty(place))).isEqualTo(ExitCode.INTERRUPTED);
        }
        assertThat(place).isEmptyDirectory();
        CommandRun again = CommandRun.of(settings(source), command);
        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.TRUE);
        assertThat(place).isDirectoryContaining("glob:**backup");
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_import_of_a_tracker_goes_on() throws Exception {
        Path tracker = folder.resolve("tracker.db");
        try (TrackerFile file = TrackerFile.empty(tracker)) {
            String numbers = " with recursive n(i) as (select 1 union all select i + 1 from n where i < " + MANY + ")";
            file.execute(
                    "insert into training_runs" + numbers
                            + " select i, 2, 'net', '2025-10-19T18:32:26', null, 'running', null, null, null, '{}', null from n");
            file.execute("insert into epoch_history" + numbers
                    + " select i, i, 1, 0.5, 0.5, 0.1, 1.5, '2025-10-19T18:33:00' from n");
        }
        String[] command = {"import", "eeg", tracker.toString(), "--json"};
        try (Storage watched = Engines.open(target);
                CommandProcess process = CommandProcess.start(folder, settings(target), command)) {
            assertThat(process.interrupt(() -> count(watched, "experiments") > 0 && count(watched, "epochs") < MANY))
                    .isEqualTo(ExitCode.INTERRUPTED);
        }
        CommandRun again = CommandRun.of(settings(target), command);
        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.TRUE);
        Json.Obj total = (Json.Obj) Objects.requireNonNull(
                ((Json.Obj) Json.parse("report", again.out())).members().get("total"));
        assertThat(total.members().get("read")).isEqualTo(Json.Num.of(2L * MANY));
        assertThat(total.members().get("unchanged")).isNotEqualTo(Json.Num.of(0));
        try (Storage storage = Engines.open(target)) {
            assertThat(count(storage, "experiments")).isEqualTo(MANY);
            assertThat(count(storage, "epochs")).isEqualTo(MANY);
        }
    }
}
