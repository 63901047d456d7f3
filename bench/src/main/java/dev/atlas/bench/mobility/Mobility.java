package dev.atlas.bench.mobility;

import dev.atlas.application.Ids;
import dev.atlas.application.mirror.Mirror;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.mirror.MirrorSuccession;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.application.switching.StoragePair;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Measures, from each of some engines to each other: a copy with its proof beside a plain load of the same records, how long
 * writes wait at a switch, what a mirror costs those who write, and how far it is behind.
 */
public final class Mobility {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration TIME = Duration.ofSeconds(8);
    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final long LOOK = Duration.ofMillis(2).toNanos();
    private static final long BETWEEN = Duration.ofMillis(100).toNanos();
    private static final int WRITERS = 32;
    private static final double OF_SATURATION = 0.9;

    private final Places places;
    private final int rows;
    private final int rate;

    private Mobility(Places places, int rows, int rate) {
        this.places = places;
        this.rows = rows;
        this.rate = rate;
    }

    /** Arguments: the folder of the data, how many records, how many writes a second at most, the engines. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        try (Places places = new Places(folder)) {
            Mobility mobility = new Mobility(places, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            List<String> engines = List.of(arguments[3].split(","));
            for (String from : engines) {
                for (String to : engines) {
                    if (!from.equals(to)) {
                        mobility.copy(from, to);
                        mobility.mirror(from, to);
                    }
                }
            }
        }
    }

    private void copy(String from, String to) throws SQLException, IOException, InterruptedException {
        String here = places.url(from);
        String there = places.url(to);
        String plain = places.url(to);
        try (Storage source = Places.open(here);
                Storage target = Places.open(there)) {
            new Projects().fill(source, rows);
            long start = System.nanoTime();
            boolean proven = new StorageCopy(CLOCK)
                    .run(source, target, MovingListener.SILENT)
                    .proven();
            Duration copied = Duration.ofNanos(System.nanoTime() - start);
            Places.open(plain).close();
            Duration loaded = PlainLoad.of(to, there, plain);
            say(from, to, "copy and proof", "%,.0f/s%s".formatted(perSecond(copied), proven ? "" : ", NOT PROVEN"));
            beside(from, to, "plain load", loaded, copied);
            if (from.equals("sqlite") && to.equals("postgres")) {
                Pgloader.load(here, places.url(to)).ifPresent(took -> beside(from, to, "pgloader", took, copied));
            }
        }
    }

    private void beside(String from, String to, String what, Duration took, Duration copied) {
        say(
                from,
                to,
                what,
                "%,.0f/s: the copy takes %.2f times as long".formatted(perSecond(took), times(copied, took)));
    }

    private double perSecond(Duration time) {
        return rows * 1e9 / time.toNanos();
    }

    private static double times(Duration one, Duration other) {
        return (double) one.toNanos() / other.toNanos();
    }

    private void mirror(String from, String to) throws InterruptedException, ExecutionException {
        Projects projects = new Projects();
        String there = places.url(to);
        try (Storage primary = Places.open(places.url(from))) {
            projects.fill(primary, 1_000);
            Load load = new Load(primary, projects, WRITERS);
            load.saturating(TIME);
            double alone = load.saturating(TIME).perSecond();
            int most = (int) (OF_SATURATION * alone);
            double free = load.at(most, TIME).perSecond();
            try (Mirror mirror = Mirror.attach(primary, Places.place(there), CLOCK)) {
                awaitUntil(() -> mirror.status().whole());
                double mirrored = load.saturating(TIME).perSecond();
                beside(from, to, "writes, saturated", alone, mirrored);
                awaitUntil(() -> has(mirror.status(), primary.position()));
                beside(from, to, "writes, at 90 %", free, load.at(most, TIME).perSecond());
                awaitUntil(() -> has(mirror.status(), primary.position()));
                for (int each : new int[] {500, rate}) {
                    awaitUntil(() -> has(mirror.status(), primary.position()));
                    say(from, to, "lag at " + each + "/s", lag(load, primary, mirror, each));
                }
                awaitUntil(() -> has(mirror.status(), primary.position()));
                mirror.verify();
                awaitUntil(() -> mirror.status().verification() != null);
            }
            try (Storage other = Places.open(there)) {
                switchOver(from, to, primary, other, projects);
            }
        }
    }

    private static void beside(String from, String to, String what, double alone, double mirrored) {
        say(
                from,
                to,
                what,
                "%,.0f/s alone, %,.0f/s with the mirror: %.0f %%".formatted(alone, mirrored, 100 * mirrored / alone));
    }

    /** How long it takes until what was written at some moment is in the mirror. */
    private static String lag(Load load, Storage primary, Mirror mirror, int each) {
        CompletableFuture<Load.Result> writing = background(() -> load.at(each, TIME));
        List<Long> lags = new ArrayList<>();
        while (!writing.isDone()) {
            Position written = primary.position();
            long start = System.nanoTime();
            awaitUntil(() -> has(mirror.status(), written));
            lags.add(System.nanoTime() - start);
            LockSupport.parkNanos(BETWEEN);
        }
        return "%s (%,.0f writes/s)"
                .formatted(Quantiles.of(lags), writing.join().perSecond());
    }

    private void switchOver(String from, String to, Storage primary, Storage other, Projects projects) {
        Ids ids = new Ids(CLOCK, new SecureRandom());
        try (StoragePair pair = new StoragePair(primary, other, new MirrorSuccession(CLOCK), ids, CLOCK, BOUND)) {
            Load load = new Load(pair.storage(), projects, WRITERS);
            CompletableFuture<Load.Result> writing = background(() -> load.at(500, TIME));
            LockSupport.parkNanos(TIME.dividedBy(2).toNanos());
            StepTimes times = new StepTimes();
            pair.switchOver(times);
            Load.Result result = writing.join();
            say(from, to, "switch at 500/s", "writes of the whole run waited " + result.waited());
            say(from, to, "its steps", times.toString());
        }
    }

    private static boolean has(MirrorStatus status, Position written) {
        Position reached = status.position();
        return status.whole() && reached != null && reached.compareTo(written) >= 0;
    }

    /** Work that may be interrupted. */
    @FunctionalInterface
    private interface Work {
        Load.Result run() throws InterruptedException, ExecutionException;
    }

    private static CompletableFuture<Load.Result> background(Work work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.run();
                    } catch (InterruptedException | ExecutionException e) {
                        throw new CompletionException(e);
                    }
                },
                task -> Thread.ofPlatform().start(task));
    }

    private static void awaitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the mirror does not get there within five minutes");
            }
            LockSupport.parkNanos(LOOK);
        }
    }

    private static void say(String from, String to, String what, String figures) {
        System.out.printf("%-9s-> %-9s %-18s %s%n", from, to, what, figures);
    }
}
