package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.storage.AtlasExport;
import dev.atlas.application.storage.AtlasImport;
import dev.atlas.application.storage.ExportManifest;
import dev.atlas.application.storage.MovingEvent.Advanced;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageStatus;
import dev.atlas.application.storage.StorageVerification;
import dev.atlas.application.storage.Verification;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports and their way back. */
class ExportTest {

    private static final AtlasExport EXPORT = new AtlasExport(Clock.systemUTC());
    private static final AtlasImport IMPORT = new AtlasImport(Clock.systemUTC());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ring")
    void an_export_comes_back_as_it_was(List<String> direction) throws IOException {
        try (Storage source = Engines.open(Engines.url(direction.getFirst(), folder));
                Storage target = Engines.open(Engines.url(direction.getLast(), folder))) {
            new SampleRecords(11).fill(source, 60);
            ExportManifest manifest = EXPORT.run(source, folder.resolve("export"), MovingListener.SILENT);
            Verification found = IMPORT.run(folder.resolve("export"), target, MovingListener.SILENT);
            assertThat(found.equal()).isTrue();
            assertThat(found.digest()).isEqualTo(manifest.digest());
            assertThat(new StorageVerification(Clock.systemUTC())
                            .run(source, target, MovingListener.SILENT)
                            .equal())
                    .isTrue();
            EXPORT.run(target, folder.resolve("again"), MovingListener.SILENT);
            assertThat(folder.resolve("again").resolve("experiments.jsonl"))
                    .hasSameBinaryContentAs(folder.resolve("export").resolve("experiments.jsonl"));
        }
    }

    @Test
    void a_folder_that_holds_something_is_refused() throws IOException {
        try (Storage source = Engines.open(Engines.url("sqlite", folder))) {
            Files.writeString(folder.resolve("mine.txt"), "mine");
            assertThatThrownBy(() -> EXPORT.run(source, folder, MovingListener.SILENT))
                    .isInstanceOf(WrongState.class);
        }
    }

    @Test
    void what_a_killed_export_has_left_is_written_anew() throws IOException {
        Path export = Files.createDirectory(folder.resolve("export"));
        Files.writeString(export.resolve("users.jsonl.part"), "half");
        Files.writeString(export.resolve("projects.jsonl"), "old");
        try (Storage source = Engines.open(Engines.url("sqlite", folder))) {
            assertThat(EXPORT.run(source, export, MovingListener.SILENT).records())
                    .isZero();
        }
        assertThat(export.resolve("projects.jsonl")).isEmptyFile();
        assertThat(export.resolve("users.jsonl.part")).doesNotExist();
    }

    @Test
    void an_export_that_fails_leaves_nothing() throws IOException {
        Path made = folder.resolve("made");
        Path given = Files.createDirectory(folder.resolve("given"));
        MovingListener failing = event -> {
            if (event instanceof Advanced) {
                throw new IllegalStateException("the disk is full");
            }
        };
        try (Storage source = Engines.open(Engines.url("sqlite", folder))) {
            new SampleRecords(13).fill(source, 3);
            for (Path export : List.of(made, given)) {
                assertThatThrownBy(() -> EXPORT.run(source, export, failing))
                        .hasMessage("the disk is full")
                        .hasNoSuppressedExceptions();
            }
        }
        assertThat(made).doesNotExist();
        assertThat(given).isEmptyDirectory();
    }

    @Test
    void a_damaged_export_is_refused_before_anything_is_written() throws IOException {
        refused("users.jsonl", text -> text.substring(0, text.length() / 2), "users.jsonl, line 2");
        refused("users.jsonl", text -> text.substring(0, text.indexOf('\n') + 1), "ends after 1 lines");
        refused("users.jsonl", text -> text.replaceFirst("\"active\":true", "\"active\":1"), "users.active");
        refused("users.jsonl", text -> text.replaceFirst("\"active\"", "\"actve\""), "users.actve");
        refused("users.jsonl", text -> text.replaceFirst(",\"version\":\\d+", ""), "users.version");
        refused("users.jsonl", text -> text.replaceFirst("\"active\":true", "\"active\":false"), "lines 1 to 3");
        refused("users.jsonl", text -> text + text, "order of keys");
        refused("manifest.json", text -> text.replace("\"format\":1", "\"format\":2"), "format");
        refused("manifest.json", text -> text.substring(0, 40), "manifest.json");
    }

    private void refused(String file, UnaryOperator<String> damage, String named) throws IOException {
        Path export = Files.createTempDirectory(folder, "export");
        try (Storage source = Engines.open(Engines.url("sqlite", folder));
                Storage target = Engines.open(Engines.url("sqlite", folder))) {
            new SampleRecords(12).fill(source, 3);
            EXPORT.run(source, export, MovingListener.SILENT);
            Path damaged = export.resolve(file);
            Files.writeString(damaged, damage.apply(Files.readString(damaged)));
            assertThatThrownBy(() -> IMPORT.run(export, target, MovingListener.SILENT))
                    .isInstanceOf(WrongState.class)
                    .hasMessageContaining(named);
            assertThat(StorageStatus.of(target).contents().records()).isZero();
            assertThat(StorageStatus.copyInto(target)).isEmpty();
        }
    }
}
