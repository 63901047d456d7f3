package dev.atlas.mongo;

import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.atlas.domain.Id;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.StoreDescription;
import dev.atlas.domain.storage.Term;
import dev.atlas.persistence.SchemaFingerprint;
import dev.atlas.persistence.SchemaStep;
import dev.atlas.persistence.StoredKinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Brings a database to the schema of this version: collections and indexes by {@link SchemaStep}s, which are recorded in
 * the collection {@value #STEPS}; validators from the stored kinds whenever those have changed. The one document of the
 * collection {@value #FACTS} says which store this is.
 */
final class StoreSchema {

    static final String STEPS = "schema_steps";
    static final String FACTS = "store";

    /** The collections that hold no kind. */
    static final Set<String> OWN = Set.of(STEPS, FACTS, ReferenceLocks.COLLECTION, Slots.COLLECTION);

    /** An index over much data takes longer to build than a unit of work may. */
    private static final Duration LONGEST_STEP = Duration.ofMinutes(30);

    private static final String SCHEMA = "schema";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    /** Recorded before anything else, so that another node that starts now does not take this database for a foreign one. */
    private static final SchemaStep BEGUN = new SchemaStep(0, "begun");

    private final BackendSettings settings;
    private final MongoDatabase database;

    private StoreSchema(BackendSettings settings, MongoClient client) {
        this.settings = settings;
        this.database = client.getDatabase(settings.database())
                .withReadPreference(ReadPreference.primary())
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    /** True if the database has collections of anybody's. */
    static boolean holdsAnything(BackendSettings settings) {
        try (MongoClient client = MongoClients.create(settings.client())) {
            StoreSchema schema = new StoreSchema(settings, client);
            OpeningErrors errors = new OpeningErrors(settings);
            errors.mustDoTransactions(errors.connecting(schema::hello));
            return !errors.changing(schema::collections).isEmpty();
        }
    }

    /** Throws {@link CannotOpen}, having changed nothing, if what is there is not a store this version can use. */
    static StoreFacts bringUpToDate(BackendSettings settings) {
        OpeningErrors errors = new OpeningErrors(settings);
        try (MongoClient client = MongoClients.create(settings.client(LONGEST_STEP))) {
            StoreSchema schema = new StoreSchema(settings, client);
            errors.mustDoTransactions(errors.connecting(schema::hello));
            return errors.changing(schema::bringUpToDate);
        }
    }

    private Document hello() {
        return database.runCommand(new Document("hello", 1));
    }

    private StoreFacts bringUpToDate() {
        Set<Integer> taken = taken();
        record(BEGUN);
        for (SchemaStep step : SchemaStep.all()) {
            if (!taken.contains(step.number())) {
                Objects.requireNonNull(SchemaChange.ALL.get(step.number()), step.name())
                        .make(database);
                record(step);
            }
        }
        return facts();
    }

    /** The numbers of the steps this database has seen. */
    private Set<Integer> taken() {
        List<String> collections = collections();
        if (!collections.contains(STEPS) && !collections.isEmpty()) {
            throw new CannotOpen("The MongoDB database " + settings.shownUrl()
                    + " holds something that is not Atlas: set " + BackendSettings.URL + " to another database.");
        }
        Set<Integer> taken = database.getCollection(STEPS)
                .find()
                .map(step -> step.getInteger(Documents.ID, BEGUN.number()))
                .into(new TreeSet<>(Set.of(BEGUN.number())));
        int newest = Collections.max(taken);
        if (newest > SchemaStep.newest()) {
            throw new CannotOpen(("The MongoDB database %s has schema %d, newer than the %d of this version:"
                            + " start a newer Atlas, or set %s to another database.")
                    .formatted(settings.shownUrl(), newest, SchemaStep.newest(), BackendSettings.URL));
        }
        return taken;
    }

    private List<String> collections() {
        List<String> names = database.listCollectionNames().into(new ArrayList<>());
        names.removeIf(name -> name.startsWith("system."));
        return names;
    }

    private void record(SchemaStep step) {
        database.getCollection(STEPS)
                .updateOne(Filters.eq(Documents.ID, step.number()), Updates.setOnInsert("name", step.name()), UPSERT);
    }

    private StoreFacts facts() {
        set(Updates.combine(
                Updates.setOnInsert("id", UUID.randomUUID()),
                Updates.setOnInsert(Fence.EPOCH, Term.FIRST.epoch()),
                Updates.setOnInsert(Fence.ROLE, Term.FIRST.role().word())));
        Document facts =
                Objects.requireNonNull(database.getCollection(FACTS).find().first());
        String schema = SchemaFingerprint.of(StoredKinds.all());
        if (!schema.equals(facts.getString(SCHEMA))) {
            StoredKinds.all().forEach(kind -> Validator.set(database, kind));
            set(Updates.set(SCHEMA, schema));
        }
        String version = database.runCommand(new Document("buildInfo", 1)).getString("version");
        BsonTimestamp time = database.runCommand(new Document("ping", 1)).get("operationTime", BsonTimestamp.class);
        StoreDescription description = new StoreDescription(
                "mongo",
                settings.shownUrl(),
                version,
                new Id<>(facts.get("id", UUID.class)),
                SchemaStep.newest(),
                schema);
        return new StoreFacts(description, Fence.of(facts), time.getValue());
    }

    private void set(Bson fact) {
        database.getCollection(FACTS).updateOne(Filters.eq(Documents.ID, FACTS), fact, UPSERT);
    }
}
