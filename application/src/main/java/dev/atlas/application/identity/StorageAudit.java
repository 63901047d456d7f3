package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;

/**
 * Tells the audit trail what is done with the stores themselves, each in a unit of work of its own: what is told of a store
 * goes to its mirror with everything else. Needs no key.
 *
 * @param foundation over the primary
 */
public record StorageAudit(Foundation foundation) {

    private static final String SWITCHED = "storage.switched";

    /** Somebody asked for it, and gets it unless this fails. */
    public Committed<Boolean> asked(Caller caller, String action) {
        return foundation.storage().write(to -> {
            new Audit(foundation).record(to, caller, action, store(), Changes.NONE);
            return true;
        });
    }

    /** The primary was switched because of this caller. */
    public void switched(Caller caller, String from, String primary) {
        foundation.storage().write(to -> {
            new Audit(foundation).record(to, caller, SWITCHED, store(), changes(from, primary));
            return true;
        });
    }

    /** The primary was switched by a start, or by a command. */
    public void switchedOnCommandLine(String from, String primary) {
        foundation.storage().write(to -> onCommandLine(to, SWITCHED, changes(from, primary)));
    }

    /** A mirror took over without its primary. In the unit of work that makes it so. */
    public boolean lossAccepted(Repositories to, String from, String primary, long transactions) {
        return onCommandLine(
                to,
                "storage.loss_accepted",
                changes(from, primary).json("lost_transactions", null, Json.Num.of(transactions)));
    }

    private boolean onCommandLine(Repositories to, String action, Changes changes) {
        new Audit(foundation).record(to, Caller.commandLine(), action, store(), changes);
        return true;
    }

    private static Changes changes(String from, String primary) {
        return Changes.NONE.text("primary", from, primary);
    }

    private Resource store() {
        return new Resource("store", foundation.storage().describe().store().toString());
    }
}
