package dev.atlas.cli.storage;

import dev.atlas.application.switching.StoragePair;
import dev.atlas.domain.storage.Storage;
import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what a test has opened, the last first. */
final class OpenStores implements AutoCloseable {

    private final Deque<Runnable> open = new ArrayDeque<>();

    Storage open(String url) {
        Storage storage = Engines.open(url);
        open.push(storage::close);
        return storage;
    }

    StoragePair closing(StoragePair pair) {
        open.push(pair::close);
        return pair;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            open.pop().run();
        }
    }
}
