package dev.atlas.cli.storage;

import dev.atlas.application.identity.StorageAudit;
import dev.atlas.application.mirror.KnownLoss;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.switching.SwitchListener;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.Json;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "switch",
        description = {
            "Has the primary and its mirror change places.",
            "The mirror catches up and is compared first. Servers that know both stores follow without losing a write.",
            "Where the primary is lost, --accept-loss makes the mirror the primary as it is."
        },
        mixinStandardHelpOptions = true)
final class SwitchCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--to", paramLabel = "STORE", description = PairedStores.OTHER)
    private @Nullable String to;

    @Option(names = "--dry-run", description = "Say what would be switched, and how the mirror stands; change nothing.")
    private boolean dryRun;

    @Option(
            names = "--accept-loss",
            paramLabel = "TRANSACTIONS",
            description =
                    "Have the store of the settings take over from a primary that does not answer. How many of its transactions are known to be lost, which the refusal to start says, is to be typed exactly.")
    private @Nullable Long acceptedLoss;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    SwitchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PairedStores stores = new PairedStores(session, to);
        return acceptedLoss == null ? change(stores) : takeOver(new LossAcceptance(stores), acceptedLoss);
    }

    private int takeOver(LossAcceptance acceptance, long accepted) {
        KnownLoss lost = acceptance.run(accepted, dryRun);
        String primary = session.place().toString();
        String sentence = dryRun ? "%s would take over; %s would be lost." : "%s has taken over; %s is lost.";
        print(sentence.formatted(primary, lost.text()), lost.place(), primary);
        return ExitCode.TRUE;
    }

    private int change(PairedStores stores) {
        try (ServedPair pair = stores.open();
                MirrorProgress progress = new MirrorProgress(session.terminal())) {
            String from = pair.primaryPlace().toString();
            String mirror = pair.mirrorPlace().toString();
            if (dryRun) {
                MirrorStatus status = pair.requireReady();
                print(
                        "Would switch from %s to %s, which is %d transactions behind."
                                .formatted(from, mirror, status.lagTransactions()),
                        from,
                        mirror);
                return ExitCode.TRUE;
            }
            pair.switchOver(progress, SwitchListener.SILENT);
            new StorageAudit(session.foundation(pair.storage())).switchedOnCommandLine(from, mirror);
            progress.end();
            print(
                    "%s has taken over from %s (%s)."
                            .formatted(mirror, from, pair.storage().term()),
                    from,
                    mirror);
            return ExitCode.TRUE;
        }
    }

    private void print(String sentence, String from, String primary) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("dry_run", new Json.Bool(dryRun));
        members.put("from", new Json.Str(from));
        members.put("primary", new Json.Str(primary));
        session.terminal().out().println(json ? new Json.Obj(members).text() : sentence);
    }
}
