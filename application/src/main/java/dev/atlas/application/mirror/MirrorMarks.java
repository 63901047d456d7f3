package dev.atlas.application.mirror;

import dev.atlas.application.storage.Keys;
import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.StoredRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the one {@link MirrorMark} of a store, as a record of a kind that never moves. */
final class MirrorMarks {

    private static final String KIND = "mirror_marks";
    private static final RecordKey KEY = new RecordKey.OfText("mirror");

    private MirrorMarks() {}

    static Optional<MirrorMark> find(Records records) {
        return records.find(records.kind(KIND), List.of(KEY)).stream()
                .findFirst()
                .map(found -> read(found, records));
    }

    static void put(Records records, MirrorMark mark) {
        Kind kind = records.kind(KIND);
        List<@Nullable Object> values = Arrays.asList(
                KEY.raw(),
                mark.source().value(),
                mark.origin(),
                mark.schema(),
                mark.state().word(),
                mark.position().text(),
                mark.ahead(),
                mark.kind(),
                mark.upTo() == null ? null : Keys.text(mark.upTo()),
                mark.records(),
                mark.verification() == null ? null : write(mark.verification()),
                mark.startedAt(),
                mark.updatedAt());
        records.put(kind, List.of(new StoredRecord(kind, values)));
    }

    static void erase(Records records) {
        records.erase(records.kind(KIND), List.of(KEY));
    }

    private static MirrorMark read(StoredRecord found, Records records) {
        String kind = (String) found.value("kind");
        String upTo = (String) found.value("up_to");
        Json.Obj verification = (Json.Obj) found.value("verification");
        return new MirrorMark(
                new Id<>((UUID) of(found, "source")),
                (String) of(found, "origin"),
                (String) of(found, "schema"),
                MirrorMark.State.valueOf(((String) of(found, "state")).toUpperCase(Locale.ROOT)),
                Position.parse(KIND + ".position", (String) of(found, "position")),
                (Long) of(found, "ahead"),
                kind,
                kind == null || upTo == null ? null : Keys.parse(records.kind(kind), upTo),
                (Long) of(found, "records"),
                verification == null ? null : verification(verification),
                (Instant) of(found, "started_at"),
                (Instant) of(found, "updated_at"));
    }

    private static Object of(StoredRecord found, String column) {
        return Objects.requireNonNull(found.value(column), column);
    }

    private static Json write(MirrorVerification verification) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("at", new Json.Str(Instants.text(verification.at())));
        members.put("position", new Json.Str(verification.position().text()));
        members.put("records", Json.Num.of(verification.records()));
        members.put("differences", Json.Num.of(verification.differences()));
        members.put("digest", new Json.Str(verification.digest()));
        return new Json.Obj(members);
    }

    private static MirrorVerification verification(Json.Obj kept) {
        return new MirrorVerification(
                Instants.parse("at", text(kept, "at")),
                Position.parse("position", text(kept, "position")),
                number(kept, "records"),
                number(kept, "differences"),
                text(kept, "digest"));
    }

    private static String text(Json.Obj kept, String name) {
        return ((Json.Str) Objects.requireNonNull(kept.members().get(name))).value();
    }

    private static long number(Json.Obj kept, String name) {
        return ((Json.Num) Objects.requireNonNull(kept.members().get(name)))
                .value()
                .longValueExact();
    }
}
