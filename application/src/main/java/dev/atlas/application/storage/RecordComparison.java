package dev.atlas.application.storage;

import dev.atlas.application.storage.Difference.Changed;
import dev.atlas.application.storage.Difference.Damaged;
import dev.atlas.application.storage.Difference.Extra;
import dev.atlas.application.storage.Difference.Missing;
import dev.atlas.domain.storage.Canonical;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds what differs between records on both sides. */
public final class RecordComparison {

    private static final int SHOWN = 120;
    private static final int BEFORE = 20;
    private static final String MASKED = "(secret)";

    private RecordComparison() {}

    /** What differs between these records of one kind on both sides, in key order. */
    public static List<Difference> between(Collection<StoredRecord> source, Collection<StoredRecord> target) {
        List<Difference> found = new ArrayList<>();
        compare(encoded(source), encoded(target), found::add);
        return List.copyOf(found);
    }

    private static List<EncodedRecord> encoded(Collection<StoredRecord> records) {
        return records.stream()
                .sorted(Comparator.comparing(StoredRecord::key))
                .map(EncodedRecord::of)
                .toList();
    }

    /** The same of one range, both in key order. */
    static void compare(List<EncodedRecord> source, List<EncodedRecord> target, Consumer<Difference> found) {
        int s = 0;
        int t = 0;
        while (s < source.size() || t < target.size()) {
            int order = s == source.size()
                    ? 1
                    : t == target.size()
                            ? -1
                            : source.get(s).key().compareTo(target.get(t).key());
            Difference difference;
            if (order < 0) {
                difference = alone(source.get(s++), true);
            } else if (order > 0) {
                difference = alone(target.get(t++), false);
            } else {
                difference = between(source.get(s++), target.get(t++));
            }
            if (difference != null) {
                found.accept(difference);
            }
        }
    }

    private static Difference alone(EncodedRecord record, boolean inSource) {
        if (record.damaged()) {
            return inSource ? damaged(record, record, null) : damaged(record, null, record);
        }
        return inSource ? new Missing(kind(record), key(record)) : new Extra(kind(record), key(record));
    }

    private static @Nullable Difference between(EncodedRecord here, EncodedRecord there) {
        if (here.damaged() || there.damaged()) {
            return damaged(here, here, there);
        }
        return here.text().equals(there.text()) ? null : new Changed(kind(here), key(here), fields(here, there));
    }

    private static Damaged damaged(EncodedRecord record, @Nullable EncodedRecord here, @Nullable EncodedRecord there) {
        return new Damaged(kind(record), key(record), column(here), column(there));
    }

    private static @Nullable String column(@Nullable EncodedRecord record) {
        return record == null || record.damage() == null
                ? null
                : record.damage().column();
    }

    private static List<FieldDifference> fields(EncodedRecord source, EncodedRecord target) {
        List<FieldDifference> fields = new ArrayList<>();
        List<Column> columns = source.record().kind().columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String here = text(column, source.record().values().get(i));
            String there = text(column, target.record().values().get(i));
            if (here == null ? there != null : !here.equals(there)) {
                fields.add(field(column, here, there));
            }
        }
        return List.copyOf(fields);
    }

    private static @Nullable String text(Column column, @Nullable Object value) {
        return value == null ? null : Canonical.encode(column.type(), value).text();
    }

    private static FieldDifference field(Column column, @Nullable String source, @Nullable String target) {
        if (column.secret()) {
            return new FieldDifference(column.name(), source == null ? null : MASKED, target == null ? null : MASKED);
        }
        int from = Math.max(0, parting(source, target) - BEFORE);
        return new FieldDifference(column.name(), excerpt(source, from), excerpt(target, from));
    }

    /** The first place where they are not the same. */
    private static int parting(@Nullable String source, @Nullable String target) {
        if (source == null || target == null) {
            return 0;
        }
        int at = 0;
        while (at < Math.min(source.length(), target.length()) && source.charAt(at) == target.charAt(at)) {
            at++;
        }
        return at;
    }

    private static @Nullable String excerpt(@Nullable String text, int from) {
        if (text == null || text.length() <= SHOWN) {
            return text;
        }
        int to = Math.min(text.length(), from + SHOWN);
        return (from > 0 ? "..." : "") + text.substring(from, to) + (to < text.length() ? "..." : "");
    }

    private static String kind(EncodedRecord record) {
        return record.record().kind().name();
    }

    private static String key(EncodedRecord record) {
        return Keys.text(record.key());
    }
}
