package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;

/**
 * Tells the audit trail of a store that all of it, with its secrets, was handed out, or was put here. Needs no key.
 *
 * @param foundation over that store
 */
public record BackupAudit(Foundation foundation) {

    /**
     * To be called when everything is written, and before anybody can find it.
     *
     * @param digest of all records in the backup
     * @param records how many they are
     * @param place the file or folder it is to be
     */
    public void backedUp(String digest, long records, String place) {
        record(
                "storage.backed_up",
                digest,
                Changes.NONE.json("records", null, Json.Num.of(records)).text("to", null, place));
    }

    /**
     * To be called when everything is here, keys included.
     *
     * @param digest of all records in the backup
     * @param records how many they are
     * @param place the file or folder it was in
     */
    public void restored(String digest, long records, String place) {
        record(
                "storage.restored",
                digest,
                Changes.NONE.json("records", null, Json.Num.of(records)).text("from", null, place));
    }

    private void record(String action, String digest, Changes changes) {
        foundation.storage().write(to -> {
            new Audit(foundation).record(to, Caller.commandLine(), action, new Resource("backup", digest), changes);
            return true;
        });
    }
}
