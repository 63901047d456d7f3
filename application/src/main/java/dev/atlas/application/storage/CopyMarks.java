package dev.atlas.application.storage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.StoredRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the one {@link CopyMark} of a store, as a record of a kind that never moves. */
final class CopyMarks {

    private static final String KIND = "copy_marks";
    private static final String KEY = "copy";

    private CopyMarks() {}

    static Optional<CopyMark> find(Records records) {
        Kind kind = records.kind(KIND);
        return records.find(kind, List.of(new RecordKey.OfText(KEY))).stream()
                .findFirst()
                .map(found -> read(found, records.kinds()));
    }

    static void put(Records records, CopyMark mark) {
        Kind kind = records.kind(KIND);
        List<@Nullable Object> values = Arrays.asList(
                KEY,
                mark.source().value(),
                mark.origin(),
                mark.schema(),
                Words.of(mark.state()),
                write(mark.progress()),
                mark.startedAt(),
                mark.updatedAt());
        records.put(kind, List.of(new StoredRecord(kind, values)));
    }

    static void erase(Records records) {
        records.erase(records.kind(KIND), List.of(new RecordKey.OfText(KEY)));
    }

    private static CopyMark read(StoredRecord found, List<Kind> kinds) {
        Map<String, Kind> byName = new HashMap<>();
        kinds.forEach(kind -> byName.put(kind.name(), kind));
        Map<String, CopyMark.Progress> progress = new HashMap<>();
        ((Json.Obj) of(found, "progress")).members().forEach((name, kept) -> {
            Kind kind = byName.get(name);
            if (kind != null) {
                progress.put(name, progress(kind, (Json.Obj) kept));
            }
        });
        return new CopyMark(
                new Id<>((UUID) of(found, "source")),
                (String) of(found, "origin"),
                (String) of(found, "schema"),
                CopyMark.State.valueOf(((String) of(found, "state")).toUpperCase(Locale.ROOT)),
                progress,
                (Instant) of(found, "started_at"),
                (Instant) of(found, "updated_at"));
    }

    private static Object of(StoredRecord found, String column) {
        Object value = found.value(column);
        if (value == null) {
            throw new IllegalStateException(KIND + "." + column + " is absent");
        }
        return value;
    }

    private static Json write(Map<String, CopyMark.Progress> progress) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        new TreeMap<>(progress).forEach((kind, reached) -> {
            SequencedMap<String, Json> each = new LinkedHashMap<>();
            if (reached.last() != null) {
                each.put("last", new Json.Str(Keys.text(reached.last())));
            }
            each.put("records", new Json.Num(BigDecimal.valueOf(reached.tally().records())));
            each.put("digest", new Json.Str(reached.tally().digest()));
            members.put(kind, new Json.Obj(each));
        });
        return new Json.Obj(members);
    }

    private static CopyMark.Progress progress(Kind kind, Json.Obj kept) {
        Json last = kept.members().get("last");
        if (kept.members().get("records") instanceof Json.Num(BigDecimal records)
                && kept.members().get("digest") instanceof Json.Str(String digest)) {
            RecordKey key = last instanceof Json.Str(String text) ? Keys.parse(kind, text) : null;
            return new CopyMark.Progress(key, new Tally(records.longValueExact(), digest));
        }
        throw new IllegalStateException(KIND + ".progress was changed by hand");
    }
}
