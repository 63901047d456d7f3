package dev.atlas.persistence.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.usage.RollupStretch;
import dev.atlas.domain.usage.UsageDimensions;
import dev.atlas.domain.usage.UsageFilter;
import dev.atlas.domain.usage.UsageGrouping;
import dev.atlas.domain.usage.UsageRollup;
import dev.atlas.domain.usage.UsageRollups;
import dev.atlas.domain.usage.UsageSum;
import dev.atlas.persistence.Condition.AtLeast;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.CountedById;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.RowLister.Sums;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredUsageRollups extends CountedById<UsageRollup, UsageRollupRow> implements UsageRollups {

    StoredUsageRollups(UsageRollupRows rows, UsageRollupRowMapper mapper, Engine engine) {
        super(UsageRollupRow.class, rows, mapper, engine);
    }

    @Override
    protected Id<UsageRollup> key(UsageRollup rollup) {
        return rollup.id();
    }

    @Override
    protected UsageRollup together(UsageRollup before, UsageRollup more) {
        return before.counting(more);
    }

    @Override
    public List<UsageSum> sums(RollupStretch stretch, UsageFilter filter, UsageGrouping by) {
        engine().unit().reading();
        Listing<UsageRollupRow> wanted = StoredUsageRecords.wanted(
                Listing.of(UsageRollupRow.class)
                        .whereEqual("scope", Words.of(stretch.scope()))
                        .whereEqual("span", Words.of(stretch.span()))
                        .where(new AtLeast("starts_at", stretch.from()))
                        .where(new Before("starts_at", stretch.before())),
                filter);
        List<String> columns = columns(by);
        return engine().lister().sums(wanted, columns, FigureColumns.NAMES).stream()
                .map(sums -> sum(columns, sums))
                .toList();
    }

    private static List<String> columns(UsageGrouping by) {
        return switch (by) {
            case NOTHING -> List.of();
            case TIME -> List.of("starts_at");
            case PROVIDER -> List.of("provider");
            case MODEL -> List.of("provider", "model");
            case USER -> List.of("user_id");
            case PROJECT -> List.of("project_id");
            case AGENT -> List.of("agent");
        };
    }

    private static UsageSum sum(List<String> columns, Sums sums) {
        Map<String, @Nullable Object> group = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            group.put(columns.get(i), sums.group().get(i));
        }
        UsageDimensions of = new UsageDimensions(
                id(group.get("user_id")),
                id(group.get("project_id")),
                (String) group.get("agent"),
                (String) group.get("provider"),
                (String) group.get("model"));
        return new UsageSum((Instant) group.get("starts_at"), of, FigureColumns.figures(sums.sums()));
    }

    private static <T> @Nullable Id<T> id(@Nullable Object value) {
        return value == null ? null : new Id<>((UUID) value);
    }
}
