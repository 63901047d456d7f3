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
import dev.atlas.domain.storage.StorageException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes the rows of one table in, in batches of one unit of work each. A batch that was committed stays when a later one
 * fails; repeating the import goes on from there, and where another import of the same source has taken rows of a batch meanwhile
 * these are known when the batch is settled again. For one thread.
 */
final class TableImport<E> {

    /** So that it fits into a document of MongoDB whatever it is written in. */
    private static final int LONGEST_ROW = 5_000_000;

    /** Whenever a batch is settled again, another import has come further. */
    private static final int ATTEMPTS = 20;

    private final ImportPass pass;
    private final SourceTable<E> table;
    private final Findings findings;
    private final Set<Object> claimed = new HashSet<>();
    private final SequencedMap<String, Cells> batch = new LinkedHashMap<>();
    private final List<Quarantined> quarantined = new ArrayList<>();
    private Counts counts = Counts.NONE;

    TableImport(ImportPass pass, SourceTable<E> table, Findings findings) {
        this.pass = pass;
        this.table = table;
        this.findings = findings;
    }

    void take(SourceRow row) {
        Cells cells = new Cells(row, pass.zone());
        try {
            String key = ImportedRow.key(cells.key(table.keyColumn()));
            if (batch.putIfAbsent(key, cells) != null) {
                count(new Quarantined(table.table(), key, "key is that of an earlier row"));
            }
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

    private ReadRow<E> read(String key, Cells cells, @Nullable KnownRow before) {
        UUID id = before == null || before.entity() == null ? table.newId(pass, key) : before.entity();
        Json.Obj content = Json.Obj.EMPTY;
        String digest = "";
        try {
            content = table.kept(cells.row()).content();
            digest = digest(storable(content));
            E entity = table.recognised(cells, table.read(cells, id));
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
        settledBatch().forEach(this::count);
        int rows = batch.size();
        batch.clear();
        pass.listener().settled(table.table(), rows);
    }

    private List<Settled<E>> settledBatch() {
        for (int attempt = 1; ; attempt++) {
            Set<Object> before = Set.copyOf(claimed);
            try {
                return settledOnce();
            } catch (StorageException.Conflict | ImportedMeanwhile e) {
                if (!pass.memory().shared() || attempt == ATTEMPTS) {
                    throw e;
                }
                claimed.retainAll(before);
            }
        }
    }

    private List<Settled<E>> settledOnce() {
        Map<String, KnownRow> known = pass.memory().known(table.table(), batch.sequencedKeySet());
        List<ReadRow<E>> rows = new ArrayList<>();
        batch.forEach((key, cells) -> rows.add(read(key, cells, known.get(key))));
        return pass.unit(repositories -> settle(repositories, rows));
    }

    private List<Settled<E>> settle(Repositories repositories, List<ReadRow<E>> rows) {
        List<Settled<E>> settled = new ArrayList<>();
        List<E> created = new ArrayList<>();
        for (ReadRow<E> row : rows) {
            Settled<E> one = settle(repositories, row);
            E entity = one.entity();
            if (one.fate() == Fate.CREATED && entity != null) {
                created.add(entity);
            }
            settled.add(one);
        }
        if (!pass.dryRun() && !created.isEmpty()) {
            table.added(repositories, created);
        }
        return settled;
    }

    private Settled<E> settle(Repositories repositories, ReadRow<E> row) {
        KnownRow before = row.known();
        if (before == null || becomesSomething(row, before)) {
            return create(repositories, row);
        }
        UUID entity = before.entity();
        Optional<E> mine = table.found(repositories, before);
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
            pass.memory().replace(repositories, remembered(row, theirs, row.id(), before), pass.now());
        }
        return row.is(gone ? Fate.DELETED_SINCE : Fate.UPDATED);
    }

    /** A row of which only the row was kept, as Atlas had no place for it then. */
    private boolean becomesSomething(ReadRow<E> row, KnownRow before) {
        E entity = row.entity();
        return before.entity() == null && entity != null && table.remembered(entity, row.id()) != null;
    }

    private Settled<E> create(Repositories repositories, ReadRow<E> row) {
        E entity = row.entity();
        if (entity == null) {
            return row.quarantined(String.valueOf(row.problem()));
        }
        Optional<E> present = table.present(repositories, entity);
        Optional<String> obstacle = present.isPresent() ? Optional.empty() : table.obstacle(repositories, entity);
        boolean inTheWay = present.isPresent() || obstacle.isPresent();
        if (inTheWay && row.known() == null && pass.memory().knows(repositories, table.table(), row.key())) {
            throw new ImportedMeanwhile();
        }
        if (present.isPresent()) {
            if (!pass.dryRun()) {
                table.adopt(repositories, present.get(), entity);
                remember(repositories, row, entity, table.idOf(present.get()));
            }
            return row.adoptedAs(present.get());
        }
        if (obstacle.isPresent()) {
            return row.quarantined(obstacle.get());
        }
        if (!pass.dryRun()) {
            table.add(repositories, entity);
            remember(repositories, row, entity, row.id());
        }
        return row.is(Fate.CREATED);
    }

    private void remember(Repositories repositories, ReadRow<E> row, E entity, UUID id) {
        KnownRow before = row.known();
        KnownRow now = remembered(row, entity, id, before);
        if (before == null) {
            pass.memory().add(repositories, now, pass.now());
        } else {
            pass.memory().replace(repositories, now, pass.now());
        }
    }

    private KnownRow remembered(ReadRow<E> row, E entity, UUID id, @Nullable KnownRow before) {
        return new KnownRow(
                before == null ? pass.memory().idOf(table.table(), row.key()) : before.id(),
                table.table(),
                row.key(),
                table.remembered(entity, id),
                row.content(),
                row.digest(),
                before == null ? 0 : before.version());
    }

    private void count(Settled<E> settled) {
        ReadRow<E> row = settled.row();
        counts = counts.plus(
                switch (settled.fate()) {
                    case CREATED -> new Counts(1, 1, 0, 0, 0);
                    case ADOPTED, UNCHANGED, DELETED_SINCE -> new Counts(1, 0, 1, 0, 0);
                    case UPDATED -> new Counts(1, 0, 0, 1, 0);
                    case QUARANTINED -> new Counts(1, 0, 0, 0, 1);
                });
        E entity = settled.entity();
        switch (settled.fate()) {
            case QUARANTINED ->
                quarantined.add(new Quarantined(table.table(), row.key(), String.valueOf(settled.reason())));
            case DELETED_SINCE -> findings.add(Findings.Code.DELETED_SINCE, table.table() + " " + row.key());
            case CREATED, ADOPTED, UPDATED, UNCHANGED -> {
                if (settled.fate() == Fate.ADOPTED) {
                    findings.add(Findings.Code.ADOPTED, table.table() + " " + row.key());
                }
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

    private static String storable(Json.Obj content) {
        String text = content.text();
        if (text.length() > LONGEST_ROW) {
            throw new InvalidValue("row", "is longer than " + LONGEST_ROW + " characters");
        }
        return text;
    }

    /** SHA-256 in hexadecimal digits. */
    static String digest(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
