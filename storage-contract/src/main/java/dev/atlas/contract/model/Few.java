package dev.atlas.contract.model;

import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values of which there are few, so that unique values clash, references dangle and times tie. */
final class Few extends Samples {

    private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
    private static final List<String> WORDS = List.of("a", "b", "ab", "a-b", "a.b", "b_1");
    private static final int STALE = 12;

    private final Map<Port<?, ?>, List<Object>> keys = new HashMap<>();

    Few(long seed) {
        super(seed);
    }

    /** One that was added, or was to be. */
    void remember(Port<?, ?> port, Object key) {
        keys.computeIfAbsent(port, each -> new ArrayList<>()).add(key);
    }

    @Override
    public String word() {
        return oneOf(WORDS);
    }

    @Override
    public String text() {
        return chance() ? word() : super.text();
    }

    @Override
    public Instant instant() {
        return number(4) == 0 ? super.instant() : START.plus(number(4), ChronoUnit.MICROS);
    }

    @Override
    @SuppressWarnings("unchecked") // the keys of a port are of its key type
    public <K, A extends Record> K referTo(Port<K, A> port, Repositories repositories) {
        List<Object> known = keys.getOrDefault(port, List.of());
        if (!known.isEmpty() && number(STALE) > 0) {
            return (K) oneOf(known.subList(Math.max(0, known.size() - STALE), known.size()));
        }
        return port.key(port.make(this, repositories));
    }
}
