package dev.atlas.application.imports;

import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.application.imports.ImportReport.Quarantined;
import dev.atlas.application.imports.ReadRow.Fate;
import dev.atlas.application.imports.ReadRow.Settled;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.imports.ImportedRow;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Takes the rows of one table in, in batches of one unit of work each. A batch that was committed stays when a later one
 * fails; repeating the import goes on from there. For one thread.
 */
final class TableImport<E> {

    private final ImportPass pass;
    private final SourceTable<E> table;
    private final Findings findings;
    private final Map<String, ImportedRow> known;
    private final Set<Object> claimed = new HashSet<>();
    private final List<ReadRow<E>> batch = new ArrayList<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private Counts counts = Counts.NONE;

    TableImport(ImportPass pass, SourceTable<E> table, Map<String, ImportedRow> known, Findings findings) {
        this.pass = pass;
        this.table = table;
        this.known = known;
        this.findings = findings;
    }

    void take(SourceRow row) {
        Cells cells = new Cells(row, pass.zone());
        try {
            batch.add(read(cells, ImportedRow.key(cells.key(table.keyColumn()))));
        } catch (InvalidValue nameless) {
            count(new Quarantined(table.table(), "", reason(nameless)));
        }
        if (batch.size() == ImportPass.BATCH) {
            settle();
        }
    }

    /** Settles what is left. */
    ImportReport.Table finish() {
        settle();
        return new ImportReport.Table(table.table(), table.entities(), counts);
    }

    List<Quarantined> quarantined() {
        return quarantined;
    }

    /** Throws {@link InvalidValue} for a row that cannot even be remembered. */
    private ReadRow<E> read(Cells cells, String key) {
        Json.Obj content = cells.row().content();
        ImportedRow before = known.get(key);
        UUID id = before == null || before.entity() == null
                ? pass.foundation().ids().next().value()
                : before.entity();
        String digest = digest(content);
        try {
            E entity = table.read(cells, id);
            Optional<Object> claim = table.only(entity);
            boolean free = claim.isEmpty() || claimed.add(claim.get());
            return free
                    ? new ReadRow<>(key, id, cells, content, digest, entity, null, before)
                    : new ReadRow<>(key, id, cells, content, digest, null, "an earlier row says the same", before);
        } catch (InvalidValue e) {
            return new ReadRow<>(key, id, cells, content, digest, null, reason(e), before);
        }
    }

    private void settle() {
        if (batch.isEmpty()) {
            return;
        }
        List<ReadRow<E>> rows = List.copyOf(batch);
        List<Settled<E>> settled = pass.unit(repositories ->
                rows.stream().map(row -> settle(repositories, row)).toList());
        settled.forEach(this::count);
        batch.clear();
        pass.listener().settled(table.table(), rows.size());
    }

    private Settled<E> settle(Repositories repositories, ReadRow<E> row) {
        ImportedRow before = row.known();
        if (before == null) {
            return create(repositories, row);
        }
        UUID entity = before.entity();
        Optional<E> mine = entity == null ? Optional.empty() : table.find(repositories, entity);
        boolean gone = entity != null && mine.isEmpty();
        if (before.digest().equals(row.digest())) {
            return row.is(gone ? Fate.DELETED_SINCE : Fate.UNCHANGED);
        }
        E theirs = row.entity();
        if (theirs == null) {
            return row.quarantined(String.valueOf(row.problem()));
        }
        try {
            if (mine.isPresent() && !pass.dryRun()) {
                E base = table.read(new Cells(SourceRow.of(before.content()), pass.zone()), row.id());
                table.update(repositories, new ThreeWay<>(base, theirs, mine.get()));
            }
        } catch (InvalidValue e) {
            return row.quarantined(reason(e));
        }
        if (!pass.dryRun()) {
            repositories.importedRows().replace(remembered(row, before.id(), before.version()));
        }
        return row.is(gone ? Fate.DELETED_SINCE : Fate.UPDATED);
    }

    private Settled<E> create(Repositories repositories, ReadRow<E> row) {
        E entity = row.entity();
        if (entity == null) {
            return row.quarantined(String.valueOf(row.problem()));
        }
        Optional<String> obstacle = table.obstacle(repositories, entity);
        if (obstacle.isPresent()) {
            return row.quarantined(obstacle.get());
        }
        if (!pass.dryRun()) {
            table.add(repositories, entity);
            repositories
                    .importedRows()
                    .add(remembered(row, pass.foundation().ids().next(), 0));
        }
        return row.is(Fate.CREATED);
    }

    private ImportedRow remembered(ReadRow<E> row, dev.atlas.domain.Id<ImportedRow> id, long version) {
        return new ImportedRow(
                id,
                pass.project(),
                pass.request().source(),
                table.table(),
                row.key(),
                table.remembered(row.id()),
                row.content(),
                row.digest(),
                pass.now(),
                version);
    }

    private void count(Settled<E> settled) {
        ReadRow<E> row = settled.row();
        counts = counts.plus(
                switch (settled.fate()) {
                    case CREATED -> new Counts(1, 1, 0, 0, 0);
                    case UNCHANGED, DELETED_SINCE -> new Counts(1, 0, 1, 0, 0);
                    case UPDATED -> new Counts(1, 0, 0, 1, 0);
                    case QUARANTINED -> new Counts(1, 0, 0, 0, 1);
                });
        E entity = row.entity();
        switch (settled.fate()) {
            case QUARANTINED ->
                quarantined.add(new Quarantined(table.table(), row.key(), String.valueOf(settled.reason())));
            case DELETED_SINCE -> findings.add(Findings.Code.DELETED_SINCE, table.table() + " " + row.key());
            case CREATED, UPDATED, UNCHANGED -> {
                if (entity != null) {
                    table.met(row.key(), row.cells(), entity);
                }
            }
        }
    }

    private void count(Quarantined nameless) {
        counts = counts.plus(new Counts(1, 0, 0, 0, 1));
        quarantined.add(nameless);
    }

    private static String reason(InvalidValue e) {
        return e.field() + " " + e.getMessage();
    }

    private static String digest(Json.Obj content) {
        try {
            byte[] text = content.text().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
