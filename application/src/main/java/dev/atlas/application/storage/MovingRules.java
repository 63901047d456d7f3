package dev.atlas.application.storage;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.StoreDescription;
import java.util.List;

/** What must hold before data moves. Each rule refuses with a stable code and changes nothing. */
public final class MovingRules {

    /** Source and target are one store. */
    static final String SAME_STORE = "storage.same_store";

    /** The two sides were made by versions of Atlas whose kinds differ. */
    static final String SCHEMA_DIFFERS = "storage.schema_differs";

    /** The target holds something that this copy or import did not put there. */
    static final String TARGET_NOT_EMPTY = "storage.target_not_empty";

    /** Records of a store cannot be read. */
    static final String DAMAGED = "storage.damaged";

    private static final int NAMED = 20;

    private MovingRules() {}

    /** Names the first of them. */
    static WrongState damaged(String url, List<DamagedRecord> records) {
        StringBuilder text = new StringBuilder("%s holds %,d damaged records:".formatted(url, records.size()));
        records.stream().limit(NAMED).forEach(each -> text.append("\n").append(each.getMessage()));
        if (records.size() > NAMED) {
            text.append("\nand %,d more.".formatted(records.size() - NAMED));
        }
        return new WrongState(
                DAMAGED,
                text.append("\nCorrect them by hand, or restore a backup.").toString());
    }

    /** Throws {@link WrongState} if source and target are one store. */
    public static void requireOtherStore(Origin source, StoreDescription target) {
        if (source.store().equals(target.store())) {
            throw new WrongState(SAME_STORE, "%s and %s are the same store.".formatted(source.name(), target.url()));
        }
    }

    /** Throws {@link WrongState} if the kinds of the two sides differ. */
    public static void requireSameSchema(Origin source, StoreDescription target) {
        if (!source.schema().equals(target.schema())) {
            throw new WrongState(
                    SCHEMA_DIFFERS,
                    "%s has the schema %s and %s has %s: bring both to the same version of Atlas first."
                            .formatted(source.name(), source.schema(), target.url(), target.schema()));
        }
    }

    /** The target holds records of this kind. */
    public static WrongState occupied(StoreDescription target, String kind) {
        return new WrongState(
                TARGET_NOT_EMPTY,
                "%s holds %s that were not put there from this source: name an empty target."
                        .formatted(target.url(), kind));
    }

    /** The target holds what came from another store, {@code origin}. */
    public static WrongState foreign(StoreDescription target, String origin) {
        return new WrongState(
                TARGET_NOT_EMPTY,
                "%s holds what was copied from %s: name an empty target.".formatted(target.url(), origin));
    }
}
