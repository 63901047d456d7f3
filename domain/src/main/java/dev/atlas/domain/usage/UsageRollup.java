package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What calls that have something in common come to in one span of time. Those of the same moment are spread over some slots, so
 * that units of work which count at once seldom wait for each other: what is asked for is the sum of all slots.
 *
 * @param id follows from all that is told apart
 * @param start where the span begins, in UTC
 * @param slot from 0 to below {@value #SLOTS}
 */
public record UsageRollup(
        Id<UsageRollup> id,
        RollupScope scope,
        RollupSpan span,
        Instant start,
        UsageDimensions of,
        long slot,
        UsageFigures figures,
        long version) {

    public static final int SLOTS = 4;

    public UsageRollup {
        start = Instants.micros("start", start);
    }

    /** All that these records are to be counted in, no two with the same id. */
    public static Collection<UsageRollup> of(Collection<UsageRecord> records) {
        Map<Id<UsageRollup>, UsageRollup> all = new LinkedHashMap<>();
        records.forEach(record -> of(record).forEach(each -> all.merge(each.id, each, UsageRollup::with)));
        return all.values();
    }

    private static List<UsageRollup> of(UsageRecord record) {
        UsageFigures figures = UsageFigures.of(record);
        long slot = record.id().value().getLeastSignificantBits() & (SLOTS - 1);
        List<UsageRollup> all = new ArrayList<>();
        for (RollupScope scope : RollupScope.values()) {
            UsageDimensions of = UsageDimensions.of(record.call(), scope);
            for (RollupSpan span : scope.spans()) {
                Instant start = span.floor(record.createdAt());
                all.add(new UsageRollup(id(scope, span, start, of, slot), scope, span, start, of, slot, figures, 0));
            }
        }
        return all;
    }

    /** This one with the figures of another one of the same id. */
    private UsageRollup with(UsageRollup more) {
        return new UsageRollup(id, scope, span, start, of, slot, figures.plus(more.figures), version);
    }

    /** What is stored after this, which was stored before, and {@code more} of the same id. */
    public UsageRollup counting(UsageRollup more) {
        return new UsageRollup(id, scope, span, start, of, slot, figures.plus(more.figures), version + 1);
    }

    /** No text holds the character between the parts. */
    private static Id<UsageRollup> id(
            RollupScope scope, RollupSpan span, Instant start, UsageDimensions of, long slot) {
        String parts = String.join(
                "\0",
                scope.name(),
                span.name(),
                Instants.text(start),
                Long.toString(slot),
                part(of.user()),
                part(of.project()),
                part(of.agent()),
                part(of.provider()),
                part(of.model()));
        return new Id<>(UUID.nameUUIDFromBytes(parts.getBytes(StandardCharsets.UTF_8)));
    }

    private static String part(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
