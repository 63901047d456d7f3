package dev.atlas.application.imports;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import java.util.Optional;
import java.util.UUID;

/** Presets of the playground. Until Atlas has presets they are left out, each by name, and come with an import after that. */
record PresetTable(String source) implements LegacyTable<SourceRow> {

    @Override
    public String table() {
        return "playground_presets";
    }

    @Override
    public String entities() {
        return "presets";
    }

    @Override
    public SourceRow read(Cells cells, UUID id) {
        throw new InvalidValue("name", "\"" + cells.text("name") + "\" is a preset, and Atlas has none yet");
    }

    @Override
    public void met(String key, Cells cells, SourceRow row) {}

    @Override
    public UUID idOf(SourceRow row) {
        throw new UnsupportedOperationException(table());
    }

    @Override
    public void add(Repositories repositories, SourceRow row) {}

    @Override
    public Optional<SourceRow> find(Repositories repositories, UUID id) {
        return Optional.empty();
    }

    @Override
    public void update(Repositories repositories, ThreeWay<SourceRow> three) {}
}
