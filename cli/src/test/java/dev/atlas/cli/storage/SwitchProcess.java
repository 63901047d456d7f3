package dev.atlas.cli.storage;

import dev.atlas.application.Ids;
import dev.atlas.application.switching.StoragePair;
import dev.atlas.application.switching.Successor;
import dev.atlas.application.switching.SwitchStep;
import dev.atlas.cli.JavaCommand;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Writes, prints what is acknowledged, switches meanwhile, and dies when a step is done. Arguments: the URLs of the primary
 * and of its mirror, the step.
 */
final class SwitchProcess {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final int WRITES = 20;
    private static final int ID = new UUID(0, 0).toString().length();

    private SwitchProcess() {}

    static StoragePair pair(Storage one, Storage other, Successor successor) {
        return new StoragePair(one, other, successor, new Ids(CLOCK, new SecureRandom()), CLOCK, BOUND);
    }

    public static void main(String[] arguments) {
        SwitchStep last = SwitchStep.valueOf(arguments[2]);
        StoragePair pair = pair(Engines.open(arguments[0]), Engines.open(arguments[1]), new CopyingSuccessor());
        LedgerWriters writers = new LedgerWriters(System.out::println, pair.storage());
        writers.awaitMore(WRITES);
        pair.switchOver(step -> {
            if (step == last) {
                Runtime.getRuntime().halt(1);
            }
        });
    }

    /** Runs one until it is dead, and answers what it was acknowledged. */
    static List<Id<User>> killAfter(String from, String to, SwitchStep step) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(JavaCommand.of(SwitchProcess.class, from, to, step.name()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            return out.lines()
                    .filter(line -> line.length() == ID)
                    .map(line -> Id.<User>parse("line", line))
                    .toList();
        } finally {
            process.destroyForcibly();
            process.waitFor();
        }
    }
}
