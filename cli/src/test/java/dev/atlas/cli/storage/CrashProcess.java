package dev.atlas.cli.storage;

import dev.atlas.application.Ids;
import dev.atlas.application.mirror.MirrorListener;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.application.switching.SwitchListener;
import dev.atlas.cli.storage.CrashPoint.Verb;
import dev.atlas.contract.Await;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.StorageException;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A process that serves from two stores as {@code atlas serve} does, goes on with whatever the one before left, writes and prints
 * what is acknowledged, until it is killed at a point. Arguments: the URLs of both stores, the point, how many were killed before.
 */
final class CrashProcess {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final int WRITES = 5;
    private static final int ID = new UUID(0, 0).toString().length();

    /** More than the lease of one who was killed. */
    private static final Duration AHEAD = Duration.ofSeconds(20);

    private CrashProcess() {}

    /** Both stores, in a process that comes after so many that were killed. Their leases have lapsed by its clock. */
    static ServedPair pair(String from, String to, int killed, MirrorListener listener) {
        Clock clock = Clock.offset(Clock.systemUTC(), AHEAD.multipliedBy(killed));
        return new ServedPair(
                place(from), Engines.open(from), place(to), new Ids(clock, new SecureRandom()), clock, listener);
    }

    private static StorePlace place(String url) {
        return StorageEngines.installed().at("--url", url, Map.of());
    }

    public static void main(String[] arguments) {
        CrashPoint point = CrashPoint.parse(arguments[2]);
        ServedPair pair = pair(arguments[0], arguments[1], Integer.parseInt(arguments[3]), point::reached);
        pair.settle(Duration.ZERO);
        new LedgerWriters(System.out::println, pair.storage()).awaitMore(WRITES);
        pair.start();
        pair.verify(status -> {});
        if (point.verb() != Verb.MIRROR) {
            String target = point.verb() == Verb.SWITCH ? arguments[1] : arguments[0];
            if (pair.primaryPlace().url().equals(target)) {
                switchOver(pair, SwitchListener.SILENT);
            }
            switchOver(pair, point::reached);
        }
        StandingProcess.waitForEver();
    }

    /** Tries again where a unit of work of a killed process is in the way, until its engine gives that up. */
    private static void switchOver(ServedPair pair, SwitchListener listener) {
        Await.until(
                BOUND,
                () -> {
                    try {
                        pair.switchOver(status -> {}, listener);
                        return true;
                    } catch (StorageException e) {
                        return false;
                    }
                },
                () -> "never switched: " + pair.status());
    }

    /** Runs one until it is dead, and answers what it was acknowledged. */
    static List<Id<User>> killAt(CrashPoint point, String from, String to, int killed)
            throws IOException, InterruptedException {
        return StandingProcess.kill(CrashProcess.class, from, to, point.toString(), Integer.toString(killed)).stream()
                .filter(line -> line.length() == ID)
                .map(line -> Id.<User>parse("line", line))
                .toList();
    }
}
