package dev.atlas.application.storage;

import dev.atlas.domain.storage.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes from a source what lies in given ranges, one after the other; all of them together must be all kinds. */
final class KeyedReading {

    private final RecordSource source;
    private final Deque<EncodedRecord> waiting = new ArrayDeque<>();
    private @Nullable Kind kind;
    private boolean ended = true;

    KeyedReading(RecordSource source) {
        this.source = source;
    }

    /** Every record the source has in this range. */
    List<EncodedRecord> in(RangeSummary range) {
        List<EncodedRecord> found = new ArrayList<>();
        while (true) {
            while (!waiting.isEmpty() && range.covers(waiting.element().key())) {
                found.add(waiting.remove());
            }
            if (!waiting.isEmpty() || (ended && range.kind().equals(kind))) {
                if (range.upTo() == null) {
                    kind = null;
                }
                return found;
            }
            Page page = source.next();
            if (page == null || !page.kind().equals(range.kind())) {
                throw new IllegalStateException("the kinds of the two sides are not in the same order");
            }
            kind = page.kind();
            ended = page.last();
            waiting.addAll(page.records());
        }
    }
}
