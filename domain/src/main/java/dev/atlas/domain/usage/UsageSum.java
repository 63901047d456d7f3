package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What several rollups come to.
 *
 * @param start there only if sums are told apart by time
 * @param of what they are told apart by else
 */
public record UsageSum(@Nullable Instant start, UsageDimensions of, UsageFigures figures) {

    /** By what they are told apart by; what is absent comes first. */
    public static final Comparator<UsageSum> ORDER = absentFirst(UsageSum::start)
            .thenComparing(absentFirst(sum -> sum.of().provider()))
            .thenComparing(absentFirst(sum -> sum.of().model()))
            .thenComparing(absentFirst(sum -> sum.of().agent()))
            .thenComparing(absentFirst(sum -> text(sum.of().user())))
            .thenComparing(absentFirst(sum -> text(sum.of().project())));

    private static <V extends Comparable<V>> Comparator<UsageSum> absentFirst(Function<UsageSum, @Nullable V> value) {
        return Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    private static @Nullable String text(@Nullable Id<?> id) {
        return id == null ? null : id.toString();
    }
}
