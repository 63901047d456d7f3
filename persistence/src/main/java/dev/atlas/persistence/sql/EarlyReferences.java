package dev.atlas.persistence.sql;

import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.StoredRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** References of records to others of their kind that come later in the same list: a foreign key refuses them at first. */
final class EarlyReferences {

    private EarlyReferences() {}

    /** Those of {@code records} that have one. */
    static List<StoredRecord> in(Kind kind, List<StoredRecord> records) {
        Column toItself = kind.toItself();
        if (toItself == null) {
            return List.of();
        }
        Set<Object> later = new HashSet<>();
        records.forEach(each -> later.add(each.key().raw()));
        return records.stream()
                .filter(each -> {
                    later.remove(each.key().raw());
                    return later.contains(each.value(toItself.name()));
                })
                .toList();
    }

    /** All of {@code records}, those of {@code early} without their reference. */
    static List<StoredRecord> without(Kind kind, List<StoredRecord> early, List<StoredRecord> records) {
        Column toItself = kind.toItself();
        if (toItself == null || early.isEmpty()) {
            return records;
        }
        Set<StoredRecord> those = new HashSet<>(early);
        return records.stream()
                .map(each -> those.contains(each) ? each.with(toItself.name(), null) : each)
                .toList();
    }
}
