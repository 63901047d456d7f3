package dev.atlas.cli.storage;

import dev.atlas.application.storage.CopyOutcome;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.application.storage.Verification;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.Storage;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "copy",
        description = {
            "Copies everything from one store into an empty one, and proves the copy.",
            "A run that was interrupted is continued by the same command."
        },
        mixinStandardHelpOptions = true)
final class CopyCommand implements Callable<Integer> {

    private final Session session;

    @Option(
            names = "--from",
            required = true,
            paramLabel = "STORE",
            description = "The source: " + StoreUrl.FORMS + ".")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "STORE", description = "The target: " + StoreUrl.FORMS + ".")
    private String to = "";

    @Option(names = "--dry-run", description = "Check everything, read all of the source, change nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    CopyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        StorageCopy copy = new StorageCopy(Clock.systemUTC());
        StorePlace there = new StoreUrl("--from", from).place(session);
        StorePlace here = new StoreUrl("--to", to).place(session);
        try (Storage source = WholeStore.requireSource(there.openExisting(), session.engines());
                Storage target = dryRun && !here.taken() ? null : here.open();
                ProgressReport progress = new ProgressReport(session.terminal())) {
            CopyOutcome outcome = dryRun || target == null
                    ? copy.dryRun(source, target, progress)
                    : copy.run(source, target, progress);
            progress.end();
            return print(outcome);
        }
    }

    private int print(CopyOutcome outcome) {
        PrintWriter out = session.terminal().out();
        Verification verification = outcome.verification();
        if (verification == null) {
            long records = outcome.plan().contents().records();
            out.println(
                    json
                            ? "{\"dry_run\":true,\"records\":" + records + "}"
                            : "Would copy %,d records.".formatted(records));
            return ExitCode.TRUE;
        }
        return new VerificationReport(verification).print(out, json);
    }
}
