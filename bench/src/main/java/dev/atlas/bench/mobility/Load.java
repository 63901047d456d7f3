package dev.atlas.bench.mobility;

import dev.atlas.domain.storage.Storage;
import java.time.Duration;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Writes to a store for a while from many threads. At a given rate the time of a write counts from when it was due, so that
 * one that is held up holds up the figures of those behind it as well.
 *
 * @param writers how many write at once at most
 */
record Load(Storage storage, Projects projects, int writers) {

    /** What came of it. */
    record Result(double perSecond, Quantiles waited) {}

    /** Each writes again as soon as it is answered. */
    Result saturating(Duration time) throws InterruptedException, ExecutionException {
        return run(time, 0);
    }

    Result at(int perSecond, Duration time) throws InterruptedException, ExecutionException {
        return run(time, Duration.ofSeconds(1).toNanos() / perSecond);
    }

    /** @param apart nanoseconds from one write to the next; 0 for as many as there can be */
    private Result run(Duration time, long apart) throws InterruptedException, ExecutionException {
        Queue<Long> waits = new ConcurrentLinkedQueue<>();
        AtomicLong turn = new AtomicLong();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        Callable<Boolean> writer = () -> {
            for (long due = due(start, turn, apart); due < end; due = due(start, turn, apart)) {
                await(due);
                projects.add(storage);
                waits.add(System.nanoTime() - due);
            }
            return true;
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(writers, writer))) {
                each.get();
            }
        }
        return new Result(waits.size() * 1e9 / (System.nanoTime() - start), Quantiles.of(waits));
    }

    private static long due(long start, AtomicLong turn, long apart) {
        return apart == 0 ? System.nanoTime() : start + turn.getAndIncrement() * apart;
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
