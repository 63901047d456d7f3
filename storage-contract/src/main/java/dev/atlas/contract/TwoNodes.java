package dev.atlas.contract;

import dev.atlas.domain.storage.Storage;
import java.util.List;

/** One store that is opened twice, as two processes do. */
record TwoNodes(Storage one, Storage other) implements AutoCloseable {

    static TwoNodes on(EngineHarness harness) {
        String place = harness.emptyPlace();
        return new TwoNodes(harness.open(place), harness.open(place));
    }

    List<Storage> both() {
        return List.of(one, other);
    }

    @Override
    public void close() {
        one.close();
        other.close();
    }
}
