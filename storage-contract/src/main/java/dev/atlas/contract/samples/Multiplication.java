package dev.atlas.contract.samples;

import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes a store so many times as big: everything in it again, with other ids and other {@linkplain Samples#word words},
 * related to each other as the first ones are.
 */
record Multiplication(int times) {

    private static final Pattern WORD = Pattern.compile("(account:)?w[0-9a-z]+");

    void of(Storage storage) {
        for (Kind kind : storage.read(each -> each.records().kinds())) {
            if (Ports.all().stream().anyMatch(port -> port.kind().equals(kind.name()))) {
                List<StoredRecord> first = storage.read(each -> each.records().scan(kind, null, Integer.MAX_VALUE));
                for (int copy = 1; copy < times; copy++) {
                    int number = copy;
                    List<StoredRecord> copies =
                            first.stream().map(each -> copy(each, number)).toList();
                    storage.write(each -> put(each.records(), kind, copies));
                }
            }
        }
    }

    private static boolean put(Records records, Kind kind, List<StoredRecord> copies) {
        records.put(kind, copies);
        return true;
    }

    private static StoredRecord copy(StoredRecord first, int number) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : first.kind().columns()) {
            values.add(
                    switch (first.value(column.name())) {
                        case UUID id -> new UUID(id.getMostSignificantBits() ^ number, id.getLeastSignificantBits());
                        case String text when WORD.matcher(text).matches() -> text + "n" + number;
                        case null -> null;
                        case Object same -> same;
                    });
        }
        return new StoredRecord(first.kind(), values);
    }
}
