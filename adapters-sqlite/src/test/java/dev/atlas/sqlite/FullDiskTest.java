package dev.atlas.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.storage.StorageException.Full;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that may not grow, for which SQLite answers what it answers on a full disk. */
class FullDiskTest {

    private static final String FILL = "insert into store values ('filler', hex(zeroblob(4000000)))";

    @TempDir
    private Path folder;

    @Test
    void a_write_is_told_that_there_is_no_space_and_later_ones_succeed_when_there_is()
            throws IOException, SQLException {
        String url = "sqlite:" + folder.resolve("atlas.db");
        new Backend().open(url, Map.of()).close();
        BackendSettings settings = BackendSettings.of(url, Map.of());
        Connections connections = new Connections(settings, new StoreFile(settings.file()), Probe.NONE);
        try (var context = StoreContext.open()) {
            UnitRunner runner = context.getBean(UnitRunner.class);
            try (Writer writer = new Writer(connections, runner, Probe.NONE, () -> {})) {
                write(writer, () -> execute(runner, "pragma max_page_count = 1"));
                assertThatThrownBy(() -> write(writer, () -> execute(runner, FILL)))
                        .isInstanceOf(Full.class);
                write(writer, () -> execute(runner, "pragma max_page_count = 1000000"));
                assertThat(write(writer, () -> execute(runner, FILL))).isTrue();
            }
        }
    }

    private static boolean write(Writer writer, Supplier<Boolean> work) {
        Unit<Boolean> unit = Unit.upkeep(work);
        writer.submit(unit);
        return unit.await().value();
    }

    private static boolean execute(UnitRunner runner, String sql) {
        try (PreparedStatement statement = runner.unit().writing().prepareStatement(sql)) {
            statement.execute();
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
