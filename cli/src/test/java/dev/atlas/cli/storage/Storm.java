package dev.atlas.cli.storage;

import dev.atlas.contract.Transfers;
import dev.atlas.contract.UnitWriter;
import dev.atlas.contract.samples.Copies;
import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Many who write at once what is awkward to follow: units of several records, pieces that move between two accounts, unique
 * values that change hands, records that come and go.
 */
final class Storm {

    /** Units looked at: the oldest are whole for long. */
    private static final int NEWEST = 20;

    private final Storage storage;
    private final Transfers transfers;
    private final List<Runnable> units;
    private final List<UUID> acknowledged = Collections.synchronizedList(new ArrayList<>());

    /** Adds what is needed, and writes nothing more yet. There must be a checkpoint. */
    Storm(Storage storage) {
        this.storage = storage;
        this.transfers = new Transfers(storage, new Samples(System.nanoTime()));
        this.units = List.of(
                transfers::transfer,
                () -> new UnitWriter(storage).write(1, acknowledged::add),
                exchangingNames(),
                movingTheBest(),
                comingAndGoing());
    }

    /** Begins to write. Completes when all of it is acknowledged. */
    CompletableFuture<Void> blow(int rounds) {
        return CompletableFuture.allOf(
                units.stream().map(unit -> repeated(rounds, unit)).toArray(CompletableFuture<?>[]::new));
    }

    private static CompletableFuture<Void> repeated(int rounds, Runnable unit) {
        return CompletableFuture.runAsync(
                () -> {
                    for (int i = 0; i < rounds; i++) {
                        unit.run();
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }

    private Runnable exchangingNames() {
        Samples samples = new Samples(System.nanoTime());
        List<User> two =
                List.of(IdentitySamples.user(samples, samples.id()), IdentitySamples.user(samples, samples.id()));
        two.forEach(user -> storage.write(each -> each.users().add(user)));
        Username between = new Username(samples.word());
        return () -> storage.write(each -> {
            User one = find(each, two.getFirst().id());
            User other = find(each, two.getLast().id());
            User nameless = each.users().replace(Copies.with(one, "username", between));
            each.users().replace(Copies.with(other, "username", one.username()));
            return each.users().replace(Copies.with(nameless, "username", other.username()));
        });
    }

    private static User find(Repositories repositories, Id<User> id) {
        return repositories.users().find(id).orElseThrow();
    }

    private Runnable movingTheBest() {
        Kind kind = StorageCopyTest.kind(storage, "checkpoints");
        StoredRecord some = StorageCopyTest.records(storage, kind).getFirst();
        StoredRecord another = some.with(kind.key().name(), UUID.randomUUID());
        storage.write(each -> put(each.records(), another.with("is_best", false)));
        return () -> storage.write(each -> {
            Records records = each.records();
            boolean best = Boolean.TRUE.equals(
                    records.find(kind, List.of(some.key())).getFirst().value("is_best"));
            put(records, (best ? some : another).with("is_best", false));
            return put(records, (best ? another : some).with("is_best", true));
        });
    }

    private static boolean put(Records records, StoredRecord record) {
        records.put(record.kind(), List.of(record));
        return true;
    }

    private Runnable comingAndGoing() {
        Samples samples = new Samples(System.nanoTime());
        return () -> {
            User guest = IdentitySamples.user(samples, samples.id());
            storage.write(each -> each.users().add(guest));
            storage.write(each -> each.users().remove(guest.id()));
        };
    }

    /** Throws {@link AssertionError} if this is no state that the written store has ever been in. */
    void requireOneState(Storage mirror) {
        List<UUID> known = List.copyOf(acknowledged);
        mirror.read(each -> {
            Records records = each.records();
            Kind users = records.kind("users");
            long sum = transfers
                    .sum(key -> records.find(users, List.<RecordKey>of(key)).stream()
                            .findFirst()
                            .orElse(null))
                    .orElse(Transfers.SUM);
            if (sum != Transfers.SUM) {
                throw new AssertionError("a transfer is half done: " + sum);
            }
            for (UUID unit : known.subList(Math.max(0, known.size() - NEWEST), known.size())) {
                long parts = UnitWriter.parts(each, unit);
                if (parts != 0 && parts != UnitWriter.PARTS) {
                    throw new AssertionError(parts + " parts of a unit");
                }
            }
            return true;
        });
    }
}
