package dev.atlas.application.storage;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.storage.ExportManifest.KindEntry;
import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Storage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes everything that moves to a folder: a file per kind with one canonical record a line, and a manifest with counts and
 * digests. The store is read in one state, so it may be in use. Exports of equal stores are equal byte for byte, except for
 * what the manifest says of the store.
 */
public record AtlasExport(Clock clock) {

    /**
     * Writes an export.
     *
     * @param folder new, empty, or holding what an export that was killed has left
     * @throws WrongState if the folder holds anything else; nothing was changed. Or if the store holds damaged records
     * @throws IOException if the folder cannot be written
     * @throws dev.atlas.domain.storage.StorageException if the store cannot be read to the end in one state; nothing is left
     *     of an export that failed, whatever the reason
     */
    public ExportManifest run(Storage source, Path folder, MovingListener listener) throws IOException {
        List<Kind> kinds = StoreContents.movingKinds(source);
        ExportFolder files = new ExportFolder(folder);
        List<String> names = kinds.stream().map(Kind::name).toList();
        boolean made = files.prepare(names);
        try {
            return write(source, kinds, files, listener);
        } catch (IOException | RuntimeException e) {
            files.discard(names, made, e);
            throw e;
        }
    }

    private ExportManifest write(Storage source, List<Kind> kinds, ExportFolder files, MovingListener listener)
            throws IOException {
        Verification.Side side = StorageVerification.side(source);
        Progress progress = new Progress(
                listener, Phase.EXPORTING, StoreContents.of(source, kinds).records());
        List<KindEntry> entries = new ArrayList<>();
        Instant at = clock.instant();
        try (SoundReading reading = SoundReading.of(source, kinds)) {
            Ranges ranges = new Ranges(reading);
            for (Range range = ranges.next(); range != null; range = ranges.next()) {
                entries.add(write(files, range, ranges, progress));
            }
        }
        ExportManifest manifest = new ExportManifest(side.store(), side.position(), at, List.copyOf(entries));
        files.finish();
        try (BufferedWriter out = files.open(ExportManifest.FILE)) {
            out.write(manifest.json().text());
            out.write('\n');
        }
        files.finish(ExportManifest.FILE);
        files.finish();
        return manifest;
    }

    /** Writes the kind that begins with {@code first}. */
    private static KindEntry write(ExportFolder files, Range first, Ranges ranges, Progress progress)
            throws IOException {
        String kind = first.kind().name();
        String file = kind + ".jsonl";
        List<String> digests = new ArrayList<>();
        Tally tally = Tally.EMPTY;
        try (BufferedWriter out = files.open(file)) {
            for (@Nullable Range range = first; range != null; range = range.last() ? null : ranges.next()) {
                for (EncodedRecord each : range.records()) {
                    out.write(each.text());
                    out.write('\n');
                }
                RangeSummary summary = range.summary();
                if (summary.rows() > 0) {
                    digests.add(summary.digest());
                    tally = tally.plus(summary.rows(), summary.digest());
                }
                progress.advance(range.kind(), summary.rows());
            }
        }
        files.finish(file);
        return new KindEntry(kind, tally.records(), tally.digest(), List.copyOf(digests));
    }
}
