package dev.atlas.contract.servers;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Holds a server for {@link PostgresServer} and {@link MongoServer}: who may disturb it, when it answers again, and
 * when it goes away.
 */
final class Handle {
    private static final Duration START_BOUND = Duration.ofSeconds(60);
    private static final Duration REACH_BOUND = Duration.ofSeconds(5);

    private final Deployment deployment;
    private final Ownership ownership;
    private final Supplier<Optional<String>> obstacle;
    private final Runnable farewell;
    private final Runnable removal = this::remove;

    /** Who uses a server. */
    enum Ownership {
        /** All tests of the JVM; it is not disturbed, and lives as long as the JVM. */
        SHARED,
        /** One test or class of tests, which may do everything to it and closes it. */
        PRIVATE
    }

    /**
     * Takes over a server.
     *
     * @param deployment how the server runs
     * @param obstacle looks whether the server answers and accepts writes, and says why not
     * @param farewell what to do while the server still runs, before it is removed
     */
    Handle(Deployment deployment, Ownership ownership, Supplier<Optional<String>> obstacle, Runnable farewell) {
        this.deployment = deployment;
        this.ownership = ownership;
        this.obstacle = obstacle;
        this.farewell = farewell;
        OpenServers.stopAtExit(removal);
    }

    String source() {
        return deployment.source();
    }

    /** Waits until the server is ready, or removes it and fails with the reason and the last lines of its log. */
    void awaitReady() {
        AtomicReference<String> reason = new AtomicReference<>("");
        try {
            Waiting.until(
                    () -> isReady(reason) || !deployment.isRunning(),
                    deployment instanceof GivenDeployment ? REACH_BOUND : START_BOUND,
                    () -> failure("is not ready: " + reason.get()));
            if (!deployment.isRunning()) {
                throw new ServerException(failure("ended while it started: " + reason.get()));
            }
        } catch (RuntimeException failure) {
            OpenServers.forget(removal);
            deployment.remove();
            throw failure;
        }
    }

    private boolean isReady(AtomicReference<String> reason) {
        Optional<String> found = obstacle.get();
        found.ifPresent(reason::set);
        return found.isEmpty();
    }

    private String failure(String what) {
        return deployment.source() + " " + what + "\nThe last lines of its log:\n" + deployment.lastLines() + "\n";
    }

    void pause() {
        requirePrivate();
        deployment.pause();
    }

    void resume() {
        requirePrivate();
        deployment.resume();
    }

    void kill() {
        requirePrivate();
        deployment.kill();
    }

    void restart() {
        requirePrivate();
        if (deployment.isRunning()) {
            deployment.kill();
        }
        deployment.restart();
        awaitReady();
    }

    private void requirePrivate() {
        if (ownership == Ownership.SHARED) {
            throw new UnsupportedOperationException("The shared server belongs to all tests: disturb a private one"
                    + " (startPrivate), or put a Proxy in front of this one");
        }
    }

    /** Removes a private server; a shared one stays. */
    void close() {
        if (ownership == Ownership.PRIVATE) {
            remove();
        }
    }

    /** Removes the server, or what was made on it when it was given. */
    void remove() {
        OpenServers.forget(removal);
        try {
            if (ownership == Ownership.SHARED && deployment instanceof GivenDeployment) {
                farewell.run();
            }
        } finally {
            deployment.remove();
        }
    }
}
