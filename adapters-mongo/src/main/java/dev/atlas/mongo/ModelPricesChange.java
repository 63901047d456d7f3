package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.domain.usage.ModelPrices;
import dev.atlas.persistence.usage.ModelPriceRow;

/** What models cost. */
final class ModelPricesChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(ModelPriceRow.class)
                .unique(ModelPrices.ONE_PER_TIME)
                .index("model_prices_newest", "effective_from", "id")
                .make(database);
    }
}
