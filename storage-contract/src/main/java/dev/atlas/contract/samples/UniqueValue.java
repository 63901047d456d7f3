package dev.atlas.contract.samples;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * That no two aggregates of a port may have the same values at these paths. A partial rule is about those only that have
 * the values of {@code where}; {@code elsewhere} turns an aggregate into one it is not about.
 */
public record UniqueValue(
        String rule,
        List<String> paths,
        Map<String, ? extends @Nullable Object> where,
        Map<String, ? extends @Nullable Object> elsewhere) {

    /** Is equal to itself: where a rule is about what may be absent, it is about what is absent, too. */
    private static final Object ABSENT = "absent";

    public static UniqueValue of(String rule, String... paths) {
        return new UniqueValue(rule, List.of(paths), Map.of(), Map.of());
    }

    public boolean partial() {
        return !where.isEmpty();
    }

    /** True if the rule forbids that both are there. */
    public boolean forbids(Record one, Record other) {
        return taken(one).isPresent() && taken(one).equals(taken(other));
    }

    /** {@code aggregate} with the unique values of {@code other}, and such that the rule is about it. */
    public <A extends Record> A clashing(A aggregate, A other) {
        A covered = Copies.with(aggregate, where);
        for (String path : paths) {
            covered = Copies.with(covered, path, Copies.get(other, path));
        }
        return covered;
    }

    /** What no other aggregate may have as well; empty if the rule is not about this one. */
    Optional<List<Object>> taken(Record aggregate) {
        return covers(aggregate) ? Optional.of(values(aggregate)) : Optional.empty();
    }

    private boolean covers(Record aggregate) {
        return where.entrySet().stream()
                .allMatch(condition -> Objects.equals(Copies.get(aggregate, condition.getKey()), condition.getValue()));
    }

    private List<Object> values(Record aggregate) {
        return paths.stream()
                .map(path -> Objects.requireNonNullElse(Copies.get(aggregate, path), ABSENT))
                .collect(Collectors.toUnmodifiableList());
    }

    @Override
    public String toString() {
        return rule;
    }
}
