package dev.atlas.application.storage;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.storage.ExportManifest.KindEntry;
import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.storage.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes sure, before anything is written, that an export is as it was made. */
record ExportCheck(Path folder) {

    /** Throws {@link WrongState} if there is none, or it is damaged. */
    ExportManifest manifest() throws IOException {
        Path file = folder.resolve(ExportManifest.FILE);
        try {
            return ExportManifest.read(folder.toString(), Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            throw new WrongState(
                    ExportReading.DAMAGED, folder + " holds no whole export: " + ExportManifest.FILE + " is missing.");
        } catch (InvalidValue e) {
            throw new WrongState(ExportReading.DAMAGED, file + ": " + e.field() + " " + e.getMessage() + ".");
        }
    }

    /** Reads every file and compares it with the manifest. */
    void files(ExportManifest manifest, List<Kind> kinds, MovingListener listener) {
        Map<String, KindEntry> entries = new HashMap<>();
        manifest.kinds().forEach(each -> entries.put(each.kind(), each));
        Progress progress = new Progress(listener, Phase.CHECKING, manifest.records());
        try (ExportReading reading = new ExportReading(folder, kinds)) {
            Ranges ranges = new Ranges(reading);
            long lines = 0;
            int place = 0;
            for (Range range = ranges.next(); range != null; range = ranges.next()) {
                KindEntry entry = entries.get(range.kind().name());
                if (entry == null) {
                    throw new WrongState(ExportReading.DAMAGED, "The manifest does not name " + range.kind() + ".");
                }
                long rows = range.records().size();
                compare(entry, range, place, lines);
                place += rows == 0 ? 0 : 1;
                lines += rows;
                progress.advance(range.kind(), rows);
                if (range.last()) {
                    if (lines != entry.records()) {
                        throw damaged(entry, "ends after %d lines; %d were exported".formatted(lines, entry.records()));
                    }
                    lines = 0;
                    place = 0;
                }
            }
        }
    }

    private void compare(KindEntry entry, Range range, int place, long lines) {
        long rows = range.records().size();
        if (rows > 0
                && (place >= entry.ranges().size()
                        || !entry.ranges().get(place).equals(range.summary().digest()))) {
            String problem = lines + rows < entry.records() && range.last()
                    ? "ends after %d lines; %d were exported".formatted(lines + rows, entry.records())
                    : "lines %d to %d are not those that were exported".formatted(lines + 1, lines + rows);
            throw damaged(entry, problem);
        }
    }

    private WrongState damaged(KindEntry entry, String problem) {
        return new WrongState(ExportReading.DAMAGED, folder.resolve(entry.file()) + ": " + problem + ".");
    }
}
