package dev.atlas.cli.storage;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.application.storage.StorageStatus;
import dev.atlas.domain.storage.Storage;

/** Keeps everybody but the copy itself away from a store that a copy has begun to fill. */
public final class WholeStore {

    /** The code of the refusal. */
    static final String UNFINISHED = "storage.copy_unfinished";

    private WholeStore() {}

    /**
     * The store itself.
     *
     * @throws WrongState if a copy or an import into it has not come to its end; then the store is closed
     */
    public static Storage require(Storage storage, StorageEngines engines) {
        try {
            StorageStatus.copyInto(storage)
                    .filter(StorageStatus.Copy::unfinished)
                    .ifPresent(copy -> refuse(copy, storage.describe().url(), engines));
            return storage;
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /**
     * A store that is to be copied: a mirror as well, if it holds everything.
     *
     * @throws WrongState if it does not; then the store is closed
     */
    static Storage requireSource(Storage storage, StorageEngines engines) {
        Storage whole = require(storage, engines);
        try {
            if (MirrorStatus.isPart(whole)) {
                throw new WrongState(
                        UNFINISHED,
                        "%s is a mirror that does not hold everything yet: copy its primary, or wait until atlas storage status says that it is following."
                                .formatted(whole.describe().url()));
            }
            return whole;
        } catch (RuntimeException e) {
            whole.close();
            throw e;
        }
    }

    private static void refuse(StorageStatus.Copy copy, String url, StorageEngines engines) {
        boolean store = engines.engines().stream().anyMatch(engine -> engine.accepts(copy.from()));
        String remedy = store
                ? "finish that with atlas storage copy --from %s --to %s".formatted(copy.from(), url)
                : "repeat the atlas restore or atlas import atlas of it";
        throw new WrongState(
                UNFINISHED,
                "%s holds a part of what is being copied from %s: %s, or name another store."
                        .formatted(url, copy.from(), remedy));
    }
}
