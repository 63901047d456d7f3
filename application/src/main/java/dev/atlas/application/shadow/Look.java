package dev.atlas.application.shadow;

import dev.atlas.application.storage.Difference;
import dev.atlas.application.storage.Keys;
import dev.atlas.application.storage.RecordComparison;
import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question asked in one state of a store, and the records it is about as they are stored there.
 *
 * @param keys of those in the answer and of those that were looked for besides
 * @param records those of {@code keys} that are there and can be read
 * @param damaged the column of each that cannot be read
 */
record Look(Kind kind, Answer answer, Set<RecordKey> keys, List<StoredRecord> records, Map<RecordKey, String> damaged) {

    /** @param others looked for besides those in the answer */
    static Look at(Repositories repositories, Question question, Collection<RecordKey> others) {
        Records records = repositories.records();
        Kind kind = records.kind(question.kind());
        Answer answer = question.ask(repositories);
        Set<RecordKey> keys = new LinkedHashSet<>(others);
        keys.addAll(answer.keys(kind));
        List<StoredRecord> found = new ArrayList<>();
        Map<RecordKey, String> damaged = new HashMap<>();
        for (RecordKey key : keys) {
            try {
                found.addAll(records.find(kind, List.of(key)));
            } catch (DamagedRecord e) {
                damaged.put(key, e.column());
            }
        }
        return new Look(kind, answer, keys, List.copyOf(found), Map.copyOf(damaged));
    }

    /** True if both answer with the same records, in the same order. */
    boolean finds(Look other) {
        return answer instanceof Answer.Found(var mine, var next)
                && other.answer instanceof Answer.Found(var theirs, var otherNext)
                && mine.equals(theirs);
    }

    /** What differs in the mirror. */
    List<Difference> differences(Look mirror) {
        Set<RecordKey> unreadable = new HashSet<>(damaged.keySet());
        unreadable.addAll(mirror.damaged.keySet());
        List<Difference> found =
                new ArrayList<>(RecordComparison.between(without(unreadable), mirror.without(unreadable)));
        for (RecordKey key : unreadable) {
            found.add(new Difference.Damaged(kind.name(), Keys.text(key), damaged.get(key), mirror.damaged.get(key)));
        }
        return found;
    }

    private List<StoredRecord> without(Set<RecordKey> unreadable) {
        return records.stream().filter(each -> !unreadable.contains(each.key())).toList();
    }
}
