package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.ModelPrice;
import dev.atlas.domain.usage.PriceEntry;
import dev.atlas.domain.usage.TokenPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Prices that were set, exact, from the time of their row on. One that was not active, and one of which both are 0, as the
 * predecessor left them when nobody had said any, are kept as rows only. Source: usage reference, section 2.4.
 */
record LegacyPriceTable(String source, Instant now, Findings findings) implements LegacyTable<LegacyPriceTable.Price> {

    /**
     * What was set.
     *
     * @param left why it is no price
     */
    record Price(ModelPrice price, Findings.@Nullable Code left) {}

    @Override
    public String table() {
        return "ai_model_configs";
    }

    @Override
    public String entities() {
        return "prices";
    }

    @Override
    public Price read(Cells cells, UUID id) {
        BigDecimal input = Objects.requireNonNullElse(cells.decimal("price_input_per_million"), BigDecimal.ZERO);
        BigDecimal output = Objects.requireNonNullElse(cells.decimal("price_output_per_million"), BigDecimal.ZERO);
        Instant created = cells.time("created_at").orElse(now);
        PriceEntry entry = new PriceEntry(
                cells.requiredText("provider"), cells.requiredText("model_id"), new TokenPrice(input, output), created);
        ModelPrice price = new ModelPrice(
                new Id<>(id), entry, created, cells.time("updated_at").orElse(created), 0);
        return new Price(price, left(cells, input, output));
    }

    private static Findings.@Nullable Code left(Cells cells, BigDecimal input, BigDecimal output) {
        if (!cells.flag("is_active", true)) {
            return Findings.Code.PRICE_INACTIVE;
        }
        return input.signum() == 0 && output.signum() == 0 ? Findings.Code.PRICE_ZERO : null;
    }

    @Override
    public UUID idOf(Price set) {
        return set.price().id().value();
    }

    @Override
    public @Nullable UUID remembered(Price set, UUID id) {
        return set.left() == null ? id : null;
    }

    @Override
    public void met(String key, Cells cells, Price set) {
        Findings.Code left = set.left();
        if (left != null) {
            PriceEntry entry = set.price().entry();
            findings.add(left, entry.provider() + " " + entry.model());
        }
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, Price set) {
        return set.left() == null && taken(repositories, set.price())
                ? Optional.of("model_id has a price from this time on")
                : LegacyTable.super.obstacle(repositories, set);
    }

    private static boolean taken(Repositories from, ModelPrice price) {
        PriceEntry entry = price.entry();
        return from.modelPrices().named(Set.of(entry.model())).stream()
                .filter(other -> !other.id().equals(price.id()))
                .map(ModelPrice::entry)
                .anyMatch(other -> other.provider().equals(entry.provider())
                        && other.effectiveFrom().equals(entry.effectiveFrom()));
    }

    @Override
    public void add(Repositories repositories, Price set) {
        if (set.left() == null) {
            repositories.modelPrices().add(set.price());
        }
    }

    @Override
    public Optional<Price> find(Repositories repositories, UUID id) {
        return repositories.modelPrices().find(new Id<>(id)).map(price -> new Price(price, null));
    }

    /** What applies to nothing there does here only if people have set it anew. */
    private static void removeUnchanged(Repositories repositories, ThreeWay<Price> three, ModelPrice mine) {
        if (mine.entry().equals(three.base().price().entry())) {
            repositories.modelPrices().remove(mine.id());
        }
    }

    @Override
    public void update(Repositories repositories, ThreeWay<Price> three) {
        ModelPrice mine = three.mine().price();
        if (three.theirs().left() != null) {
            removeUnchanged(repositories, three, mine);
            return;
        }
        PriceEntry entry = three.of(set -> set.price().entry());
        ModelPrice after = mine.with(entry, mine.updatedAt());
        if (taken(repositories, after)) {
            throw new InvalidValue("model_id", "has another price from this time on");
        }
        if (!after.equals(mine)) {
            repositories.modelPrices().replace(after);
        }
    }
}
