package dev.atlas.application.imports;

import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.imports.SourceValue;
import dev.atlas.domain.storage.Repositories;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A table for which Atlas has no place: its rows are kept as rows that were imported. Once Atlas has one, the next import makes of
 * them what they are.
 */
record KeptTable(String source, String table, String keyColumn, Findings findings) implements LegacyTable<SourceRow> {

    @Override
    public String entities() {
        return table;
    }

    @Override
    public SourceRow kept(SourceRow row) {
        Map<String, UnaryOperator<String>> changes = new HashMap<>();
        row.columns().sequencedKeySet().forEach(column -> changes.put(column, HiddenSecrets::in));
        return LegacyTable.with(row, changes);
    }

    @Override
    public SourceRow read(Cells cells, UUID id) {
        return cells.row();
    }

    @Override
    public void met(String key, Cells cells, SourceRow row) {
        row.columns().forEach((column, value) -> {
            if (value instanceof SourceValue.Text(String text)
                    && !HiddenSecrets.in(text).equals(text)) {
                findings.add(Findings.Code.SECRET_LEFT, "%s %s: %s".formatted(table, key, column));
            }
        });
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, SourceRow row) {
        return Optional.empty();
    }

    @Override
    public void add(Repositories repositories, SourceRow row) {}

    @Override
    public @Nullable UUID remembered(SourceRow row, UUID id) {
        return null;
    }

    @Override
    public Optional<SourceRow> find(Repositories repositories, UUID id) {
        return Optional.empty();
    }

    @Override
    public void update(Repositories repositories, ThreeWay<SourceRow> three) {}
}
