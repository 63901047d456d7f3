package dev.atlas.application.events;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.storage.ChangeFeed;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.CommittedChanges;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StoredRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The {@linkplain ChangeFeed change feed} as each caller may see it. A caller is told which records were touched and reads
 * what they became by the routes for them. A record that is gone is told to those alone who may be told of everything: of
 * whom it was, nobody can say any more.
 */
public final class EventUseCases {

    /** Touched records after which a page ends. */
    private static final int PAGE = 500;

    private final Foundation foundation;
    private final ProjectAccess access;
    private final FeedTail tail;

    public EventUseCases(Foundation foundation, ProjectAccess access) {
        this.foundation = foundation;
        this.access = access;
        this.tail = new FeedTail(this::feed);
    }

    /** From where on to follow for whoever has just read, or is about to read, what is there. */
    public Position now() {
        return feed().position();
    }

    /**
     * What was committed after a position, as the caller may see it at this moment; empty if there is nothing.
     *
     * @param after from {@link #now()} or from an event or a page
     * @throws Refusal.WrongState {@code events.trimmed} if what came after it is not known any more
     */
    public EventPage page(Caller caller, Position after) {
        return switch (feed().read(after, PAGE, Duration.ZERO)) {
            case Changes.Trimmed trimmed ->
                throw new Refusal.WrongState(
                        "events.trimmed",
                        "What came after this position was forgotten: read anew what you show, and follow without one.");
            case Changes.Batch batch ->
                new EventPage(
                        batch.transactions().isEmpty()
                                ? List.of()
                                : foundation
                                        .storage()
                                        .read(repositories -> seen(repositories, caller, batch.transactions())),
                        batch.position());
        };
    }

    /** Returns once there may be something after {@code position}, or {@code patience} is over. */
    public void await(Position position, Duration patience) throws InterruptedException {
        tail.await(position, patience);
    }

    private List<ChangeEvent> seen(Repositories repositories, Caller caller, List<CommittedChanges> transactions) {
        Sight sight = new Sight(repositories, access, caller);
        List<ChangeEvent> events = new ArrayList<>();
        for (CommittedChanges each : transactions) {
            List<TouchedRecord> changes = new ArrayList<>();
            each.touched().forEach((kind, keys) -> changes.addAll(seen(repositories, sight, kind, keys)));
            if (!changes.isEmpty()) {
                events.add(new ChangeEvent(each.position(), changes));
            }
        }
        return events;
    }

    private static List<TouchedRecord> seen(Repositories repositories, Sight sight, Kind kind, Set<RecordKey> keys) {
        Map<RecordKey, StoredRecord> present = repositories.records().find(kind, keys).stream()
                .collect(Collectors.toMap(StoredRecord::key, record -> record));
        List<TouchedRecord> changes = new ArrayList<>();
        for (RecordKey key : keys) {
            StoredRecord record = present.get(key);
            if (sight.everything(kind) || (record != null && sight.sees(record))) {
                changes.add(new TouchedRecord(kind.name(), key.raw().toString(), record == null));
            }
        }
        return changes;
    }

    private ChangeFeed feed() {
        return foundation.storage().changes();
    }
}
