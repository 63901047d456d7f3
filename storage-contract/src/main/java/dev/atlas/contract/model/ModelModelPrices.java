package dev.atlas.contract.model;

import dev.atlas.contract.samples.UsageSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.usage.ModelPrice;
import dev.atlas.domain.usage.ModelPrices;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

final class ModelModelPrices extends ModelAggregates<Id<ModelPrice>, ModelPrice> implements ModelPrices {

    ModelModelPrices(Model model) {
        super(UsageSamples.MODEL_PRICES, model);
    }

    @Override
    public Slice<ModelPrice> list(Page page) {
        return newestFirst(page, price -> price.entry().effectiveFrom(), price -> true);
    }

    /** Text is ordered by its bytes. */
    @Override
    public List<ModelPrice> named(Collection<String> models) {
        return where(price -> models.contains(price.entry().model()))
                .sorted(Comparator.comparing((ModelPrice price) ->
                                (RecordKey) new RecordKey.OfText(price.entry().model()))
                        .thenComparing(price ->
                                (RecordKey) new RecordKey.OfText(price.entry().provider()))
                        .thenComparing(price -> price.entry().effectiveFrom()))
                .toList();
    }
}
