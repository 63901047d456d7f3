package dev.atlas.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.Term;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Keeps every transaction that writes in the term in which it began; {@link Slots} say how. The term is two of the store's facts. */
final class Fence {

    static final String EPOCH = "epoch";
    static final String ROLE = "role";

    private final MongoClient client;
    private final MongoDatabase database;
    private final int places;
    private volatile Slots slots;

    /** @param places how many units can write at the same time */
    Fence(MongoClient client, MongoDatabase database, int places, Term term) {
        this.client = client;
        this.database = database;
        this.places = places;
        this.slots = new Slots(this, term, places);
    }

    MongoDatabase database() {
        return database;
    }

    Term term() {
        return slots.term();
    }

    /** For a unit that writes in this term. Throws {@code Fenced} if nobody does, or this does not. */
    Slots slots(Term begun) {
        Slots now = slots;
        begun.requireWrites();
        begun.requireStill(now.term());
        return now;
    }

    /** From now on this writes in this term. */
    void enter(Term next) {
        slots = new Slots(this, next, places);
    }

    Term renew() {
        Term present = read(null);
        if (!present.equals(term())) {
            enter(present);
        }
        return present;
    }

    /**
     * Begins the term {@code next}, if the store is in {@code former}. Conflicts with every commit that is under way, and is
     * run again until there is a moment without one.
     */
    Passage entering(Term former, Term next) {
        return new Passage() {
            @Override
            public void begin(Unit unit) {
                ClientSession session = unit.session();
                touch(
                        session,
                        former,
                        Updates.combine(
                                Updates.set(EPOCH, next.epoch()),
                                Updates.set(ROLE, next.role().word())));
                database.getCollection(Slots.COLLECTION).deleteMany(session, Filters.empty());
            }
        };
    }

    /** Runs {@code work} in a transaction of its own, which conflicts with whoever begins a term. */
    void inTerm(Term term, Consumer<ClientSession> work) {
        try (ClientSession session = client.startSession()) {
            session.startTransaction(Transactions.OPTIONS);
            touch(session, term, Updates.inc("slots_made", 1L));
            work.accept(session);
            session.commitTransaction();
        }
    }

    private void touch(ClientSession session, Term term, Bson change) {
        Bson present = Conditions.all(List.of(
                Filters.eq(Documents.ID, StoreSchema.FACTS),
                Filters.eq(EPOCH, term.epoch()),
                Filters.eq(ROLE, term.role().word())));
        if (database.getCollection(StoreSchema.FACTS)
                        .updateOne(session, present, change)
                        .getMatchedCount()
                == 0) {
            term.requireStill(read(session));
        }
    }

    private Term read(@Nullable ClientSession session) {
        var facts = database.getCollection(StoreSchema.FACTS).withReadConcern(ReadConcern.MAJORITY);
        Document found = (session == null ? facts.find() : facts.find(session)).first();
        return of(found == null ? new Document() : found);
    }

    /** As the facts say. Throws {@link Unavailable} if they are none that Atlas has written. */
    static Term of(Document facts) {
        try {
            return new Term(facts.get(EPOCH, -1L), Term.Role.of(facts.get(ROLE, "")));
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new Unavailable("the term of the store was tampered with", e);
        }
    }
}
