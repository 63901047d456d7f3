package dev.atlas.application.storage;

import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.ForwardingStorage;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A store that may be away for now. It is opened when somebody first needs it; until that succeeds everything is {@link
 * Unavailable}, and each call tries again.
 */
public final class DeferredStorage extends ForwardingStorage {

    private final Opening opening;

    /** @param place where a store is or will be; none is made */
    public DeferredStorage(StorePlace place) {
        this(new Opening(place));
    }

    private DeferredStorage(Opening opening) {
        super(opening);
        this.opening = opening;
    }

    @Override
    public void close() {
        opening.close();
    }

    private static final class Opening implements Supplier<Storage> {

        private final StorePlace place;
        private volatile @Nullable Storage opened;
        private boolean closed;

        Opening(StorePlace place) {
            this.place = place;
        }

        @Override
        public Storage get() {
            Storage present = opened;
            return present == null ? open() : present;
        }

        private synchronized Storage open() {
            if (closed) {
                throw new Unavailable("the store is closed", null);
            }
            Storage present = opened;
            if (present == null) {
                try {
                    present = place.openExisting();
                } catch (CannotOpen e) {
                    throw new Unavailable("the store cannot be opened", e);
                }
                opened = present;
            }
            return present;
        }

        synchronized void close() {
            closed = true;
            if (opened != null) {
                opened.close();
            }
        }
    }
}
