package dev.atlas.cli.storage;

import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.identity.StorageAudit;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.switching.StoragePair;
import dev.atlas.application.switching.SwitchListener;
import dev.atlas.domain.storage.Storage;
import java.io.PrintWriter;

/**
 * Has a store take over from its primary because Atlas is started on it: it catches up, is compared with the primary, and is
 * switched to. Nodes that serve from the primary go on meanwhile, and follow. What it does it says.
 *
 * @param foundation over the primary of the pair
 */
record Takeover(ServedPair pair, Foundation foundation, PrintWriter out) {

    /**
     * @param store the one of the pair that is to be the primary
     * @throws WrongState if it is not, and cannot become it
     */
    void run(Storage store) {
        if (settled(store)) {
            return;
        }
        String from = pair.primaryPlace().toString();
        out.printf("%s catches up with %s, to take over%n", pair.mirrorPlace(), from);
        out.flush();
        pair.switchOver(status -> {}, SwitchListener.SILENT);
        new StorageAudit(foundation)
                .switchedOnCommandLine(from, pair.primaryPlace().toString());
        out.printf("%s has taken over from %s (%s)%n", pair.primaryPlace(), from, store.renew());
        out.flush();
    }

    private boolean settled(Storage store) {
        try {
            return pair.settle();
        } catch (WrongState e) {
            throw e.code().equals(StoragePair.NO_PAIR) ? LossAcceptance.refusal(store, pair.mirrorPlace(), "") : e;
        }
    }
}
