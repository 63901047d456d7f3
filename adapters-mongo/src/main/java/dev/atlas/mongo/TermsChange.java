package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dev.atlas.domain.storage.Term;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The term the store is in, and what keeps writes in it. */
final class TermsChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        IndexOptions forgotten =
                new IndexOptions().name("write_slots_forgotten").expireAfter(1L, TimeUnit.DAYS);
        CollectionPlan.make(
                database, Slots.COLLECTION, List.of(new IndexModel(Indexes.ascending(Slots.MADE), forgotten)));
        database.getCollection(StoreSchema.FACTS)
                .updateMany(
                        Filters.exists(Fence.ROLE, false),
                        Updates.combine(
                                Updates.set(Fence.EPOCH, Term.FIRST.epoch()),
                                Updates.set(Fence.ROLE, Term.FIRST.role().word())));
    }
}
