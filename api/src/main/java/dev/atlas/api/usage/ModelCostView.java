package dev.atlas.api.usage;

import dev.atlas.api.http.View;
import dev.atlas.domain.usage.PriceEntry;
import dev.atlas.domain.usage.PriceTable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a model costs, and by which entry; nothing but that it has no price, if it has none. */
@View
public record ModelCostView(
        boolean priced,
        @Nullable String provider,
        @Nullable String model,
        @Nullable String inputPerMillion,
        @Nullable String outputPerMillion,
        @Nullable Instant effectiveFrom,
        @Nullable Boolean estimated) {

    static ModelCostView of(Optional<PriceTable.Found> found) {
        return found.map(ModelCostView::priced)
                .orElseGet(() -> new ModelCostView(false, null, null, null, null, null, null));
    }

    private static ModelCostView priced(PriceTable.Found found) {
        PriceEntry entry = found.entry();
        return new ModelCostView(
                true,
                entry.provider(),
                entry.model(),
                found.price().input().toPlainString(),
                found.price().output().toPlainString(),
                entry.effectiveFrom(),
                found.estimated());
    }
}
