package dev.atlas.persistence.usage;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.usage.ModelPrice;
import dev.atlas.domain.usage.ModelPrices;
import dev.atlas.persistence.Condition.AnyOf;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

@Singleton
class StoredModelPrices extends StoredById<ModelPrice, ModelPriceRow> implements ModelPrices {

    StoredModelPrices(ModelPriceRows rows, ModelPriceRowMapper mapper, Engine engine) {
        super(ModelPriceRow.class, rows, mapper, engine);
    }

    @Override
    public Slice<ModelPrice> list(Page page) {
        return Slice.of(
                all(Listing.of(ModelPriceRow.class).newestFirst("effective_from", page)),
                page.limit(),
                price -> new Cursor(price.entry().effectiveFrom(), price.id().value()));
    }

    @Override
    public List<ModelPrice> named(Collection<String> models) {
        return all(Listing.of(ModelPriceRow.class)
                .where(new AnyOf("model", List.copyOf(models)))
                .ascending("model", "provider", "effective_from"));
    }
}
