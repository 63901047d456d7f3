package dev.atlas.application.storage;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads all of a store for whoever needs every record of it. Refuses a store that holds damaged ones, naming them. */
record SoundReading(RecordSource reading, String url) implements RecordSource {

    /** Begins at once. */
    static SoundReading of(Storage storage, List<Kind> kinds) {
        return new SoundReading(
                StoreReading.of(storage, kinds), storage.describe().url());
    }

    /**
     * The next page, or null at the end.
     *
     * @throws WrongState if there are damaged records in it; the rest has been read for more of them
     */
    @Override
    public @Nullable Page next() {
        Page page = reading.next();
        if (page != null && page.records().stream().anyMatch(EncodedRecord::damaged)) {
            throw refusal(page);
        }
        return page;
    }

    private WrongState refusal(Page first) {
        List<DamagedRecord> damaged = new ArrayList<>();
        for (Page page = first; page != null; page = reading.next()) {
            page.records().stream()
                    .map(EncodedRecord::damage)
                    .filter(Objects::nonNull)
                    .forEach(damaged::add);
        }
        return MovingRules.damaged(url, damaged);
    }

    @Override
    public void close() {
        reading.close();
    }
}
