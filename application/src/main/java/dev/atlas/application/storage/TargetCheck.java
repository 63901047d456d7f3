package dev.atlas.application.storage;

import dev.atlas.application.storage.CopyMark.State;
import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoreDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes sure that a target holds nothing but what this source put there: by count, and where something was put before, by
 * the digests the mark kept. A mark that is {@link State#REPAIRING} proves only where the records came from.
 */
record TargetCheck(Storage target, List<Kind> kinds) {

    /**
     * The mark to go on from, or empty for a store that holds nothing.
     *
     * @throws dev.atlas.application.Refusal.WrongState if the target holds anything else
     */
    Optional<CopyMark> run(Origin source, MovingListener listener) {
        StoreDescription description = target.describe();
        MovingRules.requireOtherStore(source, description);
        MovingRules.requireSameSchema(source, description);
        Optional<CopyMark> mark = target.read(repositories -> CopyMarks.find(repositories.records()));
        Map<String, Long> expected = new HashMap<>();
        mark.ifPresent(known -> known.progress()
                .forEach((kind, reached) -> expected.put(kind, reached.tally().records())));
        if (mark.isPresent() && !mark.get().continues(source)) {
            throw MovingRules.foreign(description, mark.get().origin());
        }
        if (mark.isEmpty() || mark.get().state() != State.REPAIRING) {
            StoreContents.of(target, kinds).unlike(expected).ifPresent(kind -> {
                throw MovingRules.occupied(description, kind);
            });
            mark.ifPresent(known -> compareDigests(known, description, listener));
        }
        return mark;
    }

    private void compareDigests(CopyMark mark, StoreDescription description, MovingListener listener) {
        boolean complete = mark.state() == State.COMPLETE;
        long total = mark.progress().values().stream()
                .mapToLong(reached -> reached.tally().records())
                .sum();
        Progress progress = new Progress(listener, Phase.CHECKING, total);
        try (SoundReading reading = SoundReading.of(target, kinds)) {
            Ranges ranges = new Ranges(reading);
            Tally tally = Tally.EMPTY;
            for (Range range = ranges.next(); range != null; range = ranges.next()) {
                String whole = range.summary().digest();
                String digest = complete ? whole : range.detachedDigest(whole);
                tally = tally.plus(range.records().size(), digest);
                progress.advance(range.kind(), range.records().size());
                if (range.last()) {
                    if (!tally.equals(mark.of(range.kind().name()).tally())) {
                        throw MovingRules.occupied(description, range.kind().name());
                    }
                    tally = Tally.EMPTY;
                }
            }
        }
    }
}
