package dev.atlas.application.imports;

import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tracker's own settings. Nothing in Atlas corresponds to them: they are kept as rows that were imported. */
record MetadataTable() implements SourceTable<SourceRow> {

    @Override
    public String table() {
        return "config";
    }

    @Override
    public String keyColumn() {
        return "key";
    }

    @Override
    public String entities() {
        return "metadata";
    }

    @Override
    public SourceRow read(Cells cells, UUID id) {
        return cells.row();
    }

    @Override
    public void met(String key, Cells cells, SourceRow row) {}

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
