package dev.atlas.mongo;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.atlas.domain.storage.Term;
import java.util.UUID;
import org.bson.BsonDocument;

/**
 * Lets units write in one term, and in no other. A snapshot does not show that a term has begun since; MongoDB only notices
 * two transactions that write the same document. So each unit counts up a slot as the last it does: the document of this
 * open store and of the {@linkplain Unit#place() place} of the unit, so that no two units meet. Whoever begins a term deletes
 * all slots there are, in the transaction that changes the term. Slots are made in one that touches the term as well, so
 * that none is overlooked. Those of processes that have ended are forgotten by an index after a day; if they are still in
 * use, they are made again.
 */
final class Slots implements Passage {

    static final String COLLECTION = "write_slots";

    /** When a slot was made; indexed. */
    static final String MADE = "made_at";

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final Fence fence;
    private final Term term;
    private final int places;
    private final String owner = UUID.randomUUID().toString();
    private volatile boolean made;

    /** @param places how many units can write at the same time */
    Slots(Fence fence, Term term, int places) {
        this.fence = fence;
        this.term = term;
        this.places = places;
    }

    Term term() {
        return term;
    }

    @Override
    public void prepare() {
        if (!made) {
            make();
        }
    }

    private synchronized void make() {
        if (!made) {
            fence.inTerm(term, this::make);
            made = true;
        }
    }

    private void make(ClientSession session) {
        for (int place = 0; place < places; place++) {
            collection().updateOne(session, Filters.eq(Documents.ID, slot(place)), Updates.currentDate(MADE), UPSERT);
        }
    }

    /** A slot that is gone counts as a conflict: either another term has begun, which is found out before the next attempt, or not. */
    @Override
    public void end(Unit unit) {
        long found = collection()
                .updateOne(unit.session(), Filters.eq(Documents.ID, slot(unit.place())), Updates.inc("units", 1L))
                .getMatchedCount();
        if (found == 0) {
            made = false;
            MongoException gone = new MongoException("the slot of a write is gone");
            gone.addLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL);
            throw gone;
        }
    }

    private String slot(int place) {
        return owner + "/" + place;
    }

    private MongoCollection<BsonDocument> collection() {
        return fence.database().getCollection(COLLECTION, BsonDocument.class);
    }
}
