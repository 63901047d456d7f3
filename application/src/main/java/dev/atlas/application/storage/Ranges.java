package dev.atlas.application.storage;

import dev.atlas.domain.storage.RecordKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts what a source yields into ranges. Every kind ends with a range that is its last. */
final class Ranges {

    private final RecordSource source;
    private final Deque<EncodedRecord> waiting = new ArrayDeque<>();
    private @Nullable Page page;
    private @Nullable RecordKey after;

    Ranges(RecordSource source) {
        this.source = source;
    }

    /** The next range, or null when all kinds have ended. */
    @Nullable
    Range next() {
        List<EncodedRecord> records = new ArrayList<>();
        long characters = 0;
        while (records.size() < Range.ROWS && characters < Range.CHARACTERS) {
            if (waiting.isEmpty() && page != null && page.last()) {
                return end(page, records);
            }
            if (waiting.isEmpty()) {
                page = source.next();
                if (page == null) {
                    return null;
                }
                waiting.addAll(page.records());
                continue;
            }
            EncodedRecord next = waiting.remove();
            records.add(next);
            characters += next.detached().length();
        }
        return full(records);
    }

    private Range full(List<EncodedRecord> records) {
        Range range = new Range(records.getFirst().record().kind(), after, records, false);
        after = records.getLast().key();
        return range;
    }

    private Range end(Page last, List<EncodedRecord> records) {
        Range range = new Range(last.kind(), after, records, true);
        after = null;
        page = null;
        return range;
    }
}
