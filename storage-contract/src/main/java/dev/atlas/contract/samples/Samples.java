package dev.atlas.contract.samples;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes values for aggregates, each different from the last and many of them {@link Awkward}. The same seed makes the same
 * values in the same order. Not safe for several threads.
 */
public class Samples {

    private static final Instant SOME_DAY = Instant.parse("2025-06-01T00:00:00Z");
    private static final int DAYS = 400;

    private final Random random;

    public Samples(long seed) {
        this.random = new Random(seed);
    }

    /** Below {@code bound}, from 0. */
    public int number(int bound) {
        return random.nextInt(bound);
    }

    public boolean chance() {
        return random.nextBoolean();
    }

    public <E> E oneOf(List<E> choices) {
        return choices.get(number(choices.size()));
    }

    public <E extends Enum<E>> E oneOf(Class<E> type) {
        return oneOf(List.of(type.getEnumConstants()));
    }

    /** Absent now and then. */
    public <V> @Nullable V maybe(Supplier<V> value) {
        return number(4) == 0 ? null : value.get();
    }

    /** Any sixteen bytes: imported ids are of every version, and their first bit may be set. */
    public UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    public <T> Id<T> id() {
        return new Id<>(uuid());
    }

    /** Lower-case letters and digits, never the same again. */
    public String word() {
        return "w" + Long.toString(random.nextLong() >>> 1, 36);
    }

    /** A word and, now and then, something that trips engines. */
    public String text() {
        return chance() ? word() : (word() + " " + oneOf(Awkward.TEXTS)).strip();
    }

    /** To the microsecond; mostly of these years. */
    public Instant instant() {
        return number(10) == 0
                ? oneOf(Awkward.INSTANTS)
                : SOME_DAY.plus(number(DAYS), ChronoUnit.DAYS)
                        .plus(random.nextLong(86_400_000_000L), ChronoUnit.MICROS);
    }

    public Json.Obj object() {
        if (chance()) {
            return oneOf(Awkward.OBJECTS);
        }
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put(word(), new Json.Str(text()));
        members.put("number", Json.Num.of(random.nextLong()));
        return new Json.Obj(members);
    }

    public List<String> tags() {
        List<String> tags = new ArrayList<>(List.of("eeg", "Eeg", "a.b", "$t", "ü", "😀", word()));
        Collections.shuffle(tags, random);
        return tags.subList(0, number(tags.size()));
    }

    public SortedMap<String, Double> doubles() {
        if (chance()) {
            return Awkward.DOUBLES;
        }
        SortedMap<String, Double> doubles = new TreeMap<>();
        for (int i = number(4); i > 0; i--) {
            doubles.put(oneOf(List.of("loss", "val_acc", "a.b", "$x")), random.nextDouble());
        }
        return doubles;
    }

    /** Finite and not negative. */
    public double amount() {
        return random.nextDouble() * 1e6;
    }

    /** Not negative; often beyond 2^53. */
    public long count() {
        return random.nextLong() >>> 1;
    }

    /** The key of something to refer to: here of a new one, which is added. */
    public <K, A extends Record> K referTo(Port<K, A> port, Repositories repositories) {
        return port.key(port.add(this, repositories));
    }
}
