package dev.atlas.application.mirror;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.storage.MovingRules;
import dev.atlas.application.storage.Origin;
import dev.atlas.application.storage.StorageStatus;
import dev.atlas.application.storage.StoreContents;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoreDescription;
import dev.atlas.domain.storage.Term.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes sure, before the first record is copied, that a store may become or is the mirror of another. Changes nothing. */
record MirrorCheck(Storage primary, Storage mirror, List<Kind> kinds) {

    /** The store that is to be the mirror was switched to, or away from, after the one that is to be the primary. */
    static final String NEWER = "storage.newer";

    /** The store that is to be mirrored is a mirror itself, or was one. */
    static final String NO_PRIMARY = "storage.not_primary";

    /**
     * The mark to go on from, or empty for a store that holds nothing.
     *
     * @throws WrongState if it holds anything else, is the primary itself, or has other kinds
     */
    Optional<MirrorMark> run() {
        if (primary.term().role() == Role.MIRROR || primary.term().role() == Role.DETACHED) {
            throw new WrongState(
                    NO_PRIMARY,
                    "%s is not the primary (%s), so that nothing is its mirror."
                            .formatted(primary.describe().url(), primary.term()));
        }
        Origin source = Origin.of(primary.describe());
        StoreDescription target = mirror.describe();
        MovingRules.requireOtherStore(source, target);
        MovingRules.requireSameSchema(source, target);
        if (mirror.term().epoch() > primary.term().epoch()) {
            throw new WrongState(
                    NEWER,
                    "%s took part in a later switch than the primary: serve from that one, or name an empty target."
                            .formatted(target.url()));
        }
        Optional<MirrorMark> mark = mirror.read(repositories -> MirrorMarks.find(repositories.records()));
        if (mark.isPresent()) {
            if (!mark.get().source().equals(source.store())
                    || !mark.get().schema().equals(source.schema())) {
                throw MovingRules.foreign(target, mark.get().origin());
            }
        } else {
            StorageStatus.copyInto(mirror).ifPresent(copy -> {
                throw MovingRules.foreign(target, copy.from());
            });
            StoreContents.of(mirror, kinds).unlike(Map.of()).ifPresent(kind -> {
                throw MovingRules.occupied(target, kind);
            });
        }
        return mark;
    }
}
