package dev.atlas.application.imports;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.imports.SourceFile;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.imports.SourceValue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Reads a table parent by parent, and the rows of each by their time, then in the order in which they were added. */
final class InOrderOfTime {

    /** A row and when it was written; what has no time comes last. */
    private record Timed(Instant at, SourceRow row) {}

    private InOrderOfTime() {}

    /** Holds the rows of one parent at a time. */
    static void forEach(SourceFile file, String table, String parent, ZoneId zone, Consumer<SourceRow> use) {
        List<Timed> rows = new ArrayList<>();
        file.forEachBy(table, parent, row -> {
            if (!rows.isEmpty() && !parent(rows.getLast().row, parent).equals(parent(row, parent))) {
                handOut(rows, use);
            }
            rows.add(new Timed(at(row, zone), row));
        });
        handOut(rows, use);
    }

    private static SourceValue parent(SourceRow row, String column) {
        return row.value(column);
    }

    private static Instant at(SourceRow row, ZoneId zone) {
        try {
            return new Cells(row, zone).time("created_at").orElse(Instant.MAX);
        } catch (InvalidValue e) {
            return Instant.MAX;
        }
    }

    private static void handOut(List<Timed> rows, Consumer<SourceRow> use) {
        rows.sort(Comparator.comparing(Timed::at));
        rows.forEach(each -> use.accept(each.row));
        rows.clear();
    }
}
