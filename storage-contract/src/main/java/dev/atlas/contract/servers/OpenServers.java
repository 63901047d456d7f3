package dev.atlas.contract.servers;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What has to be stopped when the JVM ends. One shutdown hook stops everything that was not closed before. */
final class OpenServers {
    private static final Set<Runnable> STOPS = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OpenServers::stopAll, "atlas-test-servers"));
    }

    private OpenServers() {}

    /** Runs an action when the JVM ends, unless it is forgotten before. */
    static void stopAtExit(Runnable stop) {
        STOPS.add(stop);
    }

    /** Forgets an action, because it has been done. */
    static void forget(Runnable stop) {
        STOPS.remove(stop);
    }

    private static void stopAll() {
        STOPS.parallelStream().forEach(OpenServers::stopQuietly);
    }

    private static void stopQuietly(Runnable stop) {
        try {
            stop.run();
        } catch (RuntimeException nobodyListensAnyMore) {
            STOPS.remove(stop);
        }
    }
}
