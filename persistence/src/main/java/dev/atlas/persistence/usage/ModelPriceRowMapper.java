package dev.atlas.persistence.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.usage.ModelPrice;
import dev.atlas.domain.usage.PriceEntry;
import dev.atlas.domain.usage.TokenPrice;
import dev.atlas.persistence.RowMapper;
import jakarta.inject.Singleton;

/** By hand: a price is there as a whole or not at all. */
@Singleton
final class ModelPriceRowMapper implements RowMapper<ModelPrice, ModelPriceRow> {

    @Override
    public ModelPriceRow toRow(ModelPrice price) {
        PriceEntry entry = price.entry();
        TokenPrice tokens = entry.price();
        return new ModelPriceRow(
                price.id().value(),
                entry.provider(),
                entry.model(),
                tokens == null ? null : tokens.input(),
                tokens == null ? null : tokens.output(),
                entry.effectiveFrom(),
                price.createdAt(),
                price.updatedAt(),
                price.version());
    }

    @Override
    public ModelPrice toDomain(ModelPriceRow row) {
        TokenPrice tokens = row.inputPerMillion() == null || row.outputPerMillion() == null
                ? null
                : new TokenPrice(row.inputPerMillion(), row.outputPerMillion());
        return new ModelPrice(
                new Id<>(row.id()),
                new PriceEntry(row.provider(), row.model(), tokens, row.effectiveFrom()),
                row.createdAt(),
                row.updatedAt(),
                row.version());
    }
}
