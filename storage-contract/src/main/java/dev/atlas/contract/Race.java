package dev.atlas.contract;

import dev.atlas.domain.storage.StorageException.Conflict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What came of units of work that were started at once.
 *
 * @param wins how many were committed
 * @param rules those by which the others were refused
 */
record Race(int wins, List<String> rules) {

    /** Runs the same in so many threads. */
    static Race of(int threads, Runnable unit) {
        return of(Collections.nCopies(threads, unit));
    }

    /** Runs each in a thread of its own. Anything but a {@link Conflict} is thrown. */
    static Race of(List<Runnable> units) {
        CountDownLatch ready = new CountDownLatch(units.size());
        List<Future<?>> runs = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(units.size())) {
            for (Runnable unit : units) {
                runs.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    unit.run();
                    return true;
                }));
            }
        }
        int wins = 0;
        List<String> rules = new ArrayList<>();
        for (Future<?> run : runs) {
            try {
                run.get();
                wins++;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof Conflict refused)) {
                    throw new AssertionError("neither committed nor refused by a rule", e.getCause());
                }
                rules.add(refused.rule());
            } catch (InterruptedException e) {
                throw new AssertionError("interrupted", e);
            }
        }
        return new Race(wins, rules);
    }
}
