package dev.atlas.domain.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Aggregates;
import java.util.Collection;
import java.util.List;

/** The prices that administrators have set. */
public interface ModelPrices extends Aggregates<Id<ModelPrice>, ModelPrice> {

    /** The unique rule on a model at a provider from a time on. */
    String ONE_PER_TIME = "model_prices_one_per_time";

    /** All, newest first (by the time they count from, then id). */
    Slice<ModelPrice> list(Page page);

    /** Those of the models of these very names, by model, provider and the time they count from, ascending. */
    List<ModelPrice> named(Collection<String> models);
}
