package dev.atlas.application.storage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoreDescription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What an export holds; the last of its files to be written, so an export that has one is whole.
 *
 * @param store what was exported
 * @param position commits up to it are in the export
 * @param at when the export began
 * @param kinds in the order of the stored kinds
 */
public record ExportManifest(StoreDescription store, Position position, Instant at, List<KindEntry> kinds) {

    static final String FILE = "manifest.json";
    private static final long FORMAT = 1;

    /**
     * One kind.
     *
     * @param ranges the digests of its ranges, in order
     */
    public record KindEntry(String kind, long records, String digest, List<String> ranges) {

        /** Holds one record a line, in canonical form and key order. */
        public String file() {
            return kind + ".jsonl";
        }
    }

    /** Of all kinds together. */
    public long records() {
        return kinds.stream().mapToLong(KindEntry::records).sum();
    }

    StoreContents contents() {
        SequencedMap<String, Long> counts = new LinkedHashMap<>();
        kinds.forEach(kind -> counts.put(kind.kind(), kind.records()));
        return new StoreContents(counts);
    }

    /** One digest of everything; that of a verification of an equal store. */
    public String digest() {
        return Digests.of(kinds, kind -> kind.kind() + " " + kind.records() + " " + kind.digest());
    }

    Json.Obj json() {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("format", Json.Num.of(FORMAT));
        members.put("engine", new Json.Str(store.engine()));
        members.put("engine_version", new Json.Str(store.version()));
        members.put("store", new Json.Str(store.store().toString()));
        members.put("step", Json.Num.of(store.step()));
        members.put("schema", new Json.Str(store.schema()));
        members.put("position", new Json.Str(position.text()));
        members.put("exported_at", new Json.Str(Instants.text(at)));
        members.put("digest", new Json.Str(digest()));
        members.put(
                "kinds", new Json.Arr(kinds.stream().map(ExportManifest::json).toList()));
        return new Json.Obj(members);
    }

    private static Json json(KindEntry kind) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("kind", new Json.Str(kind.kind()));
        members.put("records", Json.Num.of(kind.records()));
        members.put("digest", new Json.Str(kind.digest()));
        members.put("ranges", Json.strings(kind.ranges()));
        return new Json.Obj(members);
    }

    /**
     * The reverse.
     *
     * @param url where it lies, for people
     * @throws InvalidValue naming the member that is missing or wrong
     */
    static ExportManifest read(String url, String text) {
        ManifestMembers members = ManifestMembers.of(Json.parse("manifest", text));
        if (members.number("format") != FORMAT) {
            throw new InvalidValue("format", "must be " + FORMAT + ": use the version of Atlas that made the export");
        }
        List<KindEntry> kinds = new ArrayList<>();
        for (Json each : members.list("kinds")) {
            ManifestMembers kind = ManifestMembers.of(each);
            kinds.add(new KindEntry(
                    kind.text("kind"), kind.number("records"), kind.text("digest"), kind.texts("ranges")));
        }
        Id<Storage> store = Id.parse("store", members.text("store"));
        ExportManifest manifest = new ExportManifest(
                new StoreDescription(
                        members.text("engine"),
                        url,
                        members.text("engine_version"),
                        store,
                        Math.toIntExact(members.number("step")),
                        members.text("schema")),
                Position.parse("position", members.text("position")),
                Instants.parse("exported_at", members.text("exported_at")),
                List.copyOf(kinds));
        if (!manifest.digest().equals(members.text("digest"))) {
            throw new InvalidValue("digest", "must be that of the kinds");
        }
        return manifest;
    }
}
