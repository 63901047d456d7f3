package dev.atlas.application.storage;

import dev.atlas.domain.Words;
import dev.atlas.domain.nodes.Node;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoreDescription;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.switching.Switch;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a store is and holds, for people.
 *
 * @param term what it is among those that hold the same data
 * @param nodes the processes that serve from it, and those that ended without a word and were not missed yet
 * @param switches the last that it took part in, the newest first
 * @param copy how a copy into it stands, and from where; null if it never was the target of one
 */
public record StorageStatus(
        StoreDescription store,
        Term term,
        Position position,
        StoreContents contents,
        List<Node> nodes,
        List<Switch> switches,
        @Nullable Copy copy) {

    private static final int NODES = 100;
    private static final int SWITCHES = 20;

    /**
     * A copy into this store.
     *
     * @param from without a password
     * @param state {@code copying}, {@code repairing} or {@code complete}
     */
    public record Copy(String from, String state) {

        /** True if the store is not whole and must not be served from. */
        public boolean unfinished() {
            return !state.equals(Words.of(CopyMark.State.COMPLETE));
        }
    }

    public static StorageStatus of(Storage storage) {
        return new StorageStatus(
                storage.describe(),
                storage.term(),
                storage.position(),
                StoreContents.of(storage, StoreContents.movingKinds(storage)),
                storage.read(repositories -> repositories.nodes().oldest(NODES)),
                storage.read(repositories -> repositories.switches().newest(SWITCHES)),
                copyInto(storage).orElse(null));
    }

    /** The copy this store is or was the target of. */
    public static Optional<Copy> copyInto(Storage storage) {
        return storage.read(repositories -> CopyMarks.find(repositories.records()))
                .map(mark -> new Copy(mark.origin(), Words.of(mark.state())));
    }
}
