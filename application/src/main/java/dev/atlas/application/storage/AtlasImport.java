package dev.atlas.application.storage;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.storage.Verification.Side;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Brings an export into a store that holds nothing else, and proves that it did. Every file is checked against the manifest
 * before any record is written. A run that was killed is continued by the next one; nobody else takes the store for whole.
 */
public record AtlasImport(Clock clock) {

    /**
     * Makes sure, before a store is opened for it, that there is an export.
     *
     * @throws WrongState if there is none
     */
    public void requireExport(Path folder) throws IOException {
        new ExportCheck(folder).manifest();
    }

    /**
     * Checks and imports.
     *
     * @return what the store was found to hold in the end, compared with the export
     * @throws WrongState if the export is damaged or the target holds something else; nothing was changed
     * @throws IOException if the export cannot be read
     */
    public Verification run(Path folder, Storage target, MovingListener listener) throws IOException {
        ExportCheck check = new ExportCheck(folder);
        ExportManifest manifest = check.manifest();
        Origin origin = new Origin(
                manifest.store().store(), name(folder), manifest.store().schema());
        List<Kind> kinds = StoreContents.movingKinds(target);
        MovingRules.requireSameSchema(origin, target.describe());
        Optional<CopyMark> found = new TargetCheck(target, kinds).run(origin, listener);
        Transfer transfer = new Transfer(origin, () -> new ExportReading(folder, kinds), target, kinds, clock);
        CopyMark mark = transfer.begin(found);
        try {
            check.files(manifest, kinds, listener);
        } catch (RuntimeException e) {
            if (found.isEmpty()) {
                transfer.withdraw();
            }
            throw e;
        }
        return transfer.run(mark, new Side(manifest.store(), manifest.position()), manifest.contents(), listener);
    }

    /** Where the export is, for people: the folder, or the archive that holds it. */
    private static String name(Path folder) {
        return folder.getFileSystem().equals(FileSystems.getDefault())
                ? folder.toAbsolutePath().normalize().toString()
                : folder.getFileSystem().toString();
    }
}
