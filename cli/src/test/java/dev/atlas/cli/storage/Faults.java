package dev.atlas.cli.storage;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Decides which questions and units of work of a store go wrong, and how. The same seed decides the same. For many threads. */
final class Faults {

    /** What engines and networks do. */
    enum Fault {
        /** Nothing is done. */
        UNAVAILABLE,
        /** All is well, but late. */
        SLOW,
        /** The unit ends in the middle. */
        BROKEN,
        /** It is done, and nobody is told. */
        LOST
    }

    private final Random random;
    private final double share;
    private final long most;
    private final Map<Fault, AtomicLong> done = new EnumMap<>(Fault.class);
    private volatile boolean over;

    /**
     * @param share of all that goes wrong
     * @param most how often at most
     */
    Faults(long seed, double share, long most) {
        this.random = new Random(seed);
        this.share = share;
        this.most = most;
        Arrays.stream(Fault.values()).forEach(fault -> done.put(fault, new AtomicLong()));
    }

    /** True if one of these happens now; then it is counted. */
    boolean happens(Fault fault, double likelihood) {
        if (over || random.nextDouble() >= share * likelihood || total() >= most) {
            return false;
        }
        count(fault).incrementAndGet();
        return true;
    }

    /** Below {@code bound}, from 0. */
    int number(int bound) {
        return random.nextInt(bound);
    }

    AtomicLong count(Fault fault) {
        return done.getOrDefault(fault, new AtomicLong());
    }

    /** True once each kind has happened. */
    boolean ofEveryKind() {
        return done.values().stream().allMatch(count -> count.get() > 0);
    }

    private long total() {
        return done.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** From now on nothing goes wrong. */
    void end() {
        over = true;
    }

    @Override
    public String toString() {
        return done.toString();
    }
}
