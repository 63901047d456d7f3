package dev.atlas.application.imports;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.imports.LegacyRow;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The rows of an installation of the predecessor, however many: only those of one batch are in memory. */
record LegacyMemory(Foundation foundation, String source) implements RowMemory {

    @Override
    public Map<String, KnownRow> known(String table, Collection<String> keys) {
        return foundation.storage().read(from -> {
            Map<String, KnownRow> known = new HashMap<>();
            for (String key : keys) {
                from.legacyRows()
                        .find(LegacyRow.idOf(source, table, key))
                        .ifPresent(row -> known.put(
                                key,
                                new KnownRow(
                                        row.id().value(),
                                        table,
                                        key,
                                        row.entity(),
                                        row.content(),
                                        row.digest(),
                                        row.version())));
            }
            return known;
        });
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public boolean knows(Repositories from, String table, String key) {
        return from.legacyRows().find(LegacyRow.idOf(source, table, key)).isPresent();
    }

    @Override
    public UUID idOf(String table, String key) {
        return LegacyRow.idOf(source, table, key).value();
    }

    @Override
    public void add(Repositories to, KnownRow row, Instant now) {
        to.legacyRows().add(legacy(row, now));
    }

    @Override
    public void replace(Repositories to, KnownRow row, Instant now) {
        to.legacyRows().replace(legacy(row, now));
    }

    private LegacyRow legacy(KnownRow row, Instant now) {
        return new LegacyRow(
                new Id<>(row.id()),
                source,
                row.table(),
                row.key(),
                row.entity(),
                row.content(),
                row.digest(),
                now,
                row.version());
    }
}
