package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A unit that reads everything, whose transactions live for no longer than one scan. */
@Timeout(120)
class LongReadTest {

    private static final int USERS = 12;

    private final MongoServer server = MongoServer.shared();
    private final String url = server.createDatabase();
    private Storage storage;

    @BeforeEach
    void fill() {
        storage = new Backend().open(url, Map.of("ATLAS_MONGODB_TRANSACTION_LIFE", "1ms"));
        Samples samples = new Samples(1);
        storage.write(each -> Stream.generate(() -> IdentitySamples.USERS.add(samples, each))
                .limit(USERS)
                .toList());
    }

    @AfterEach
    void drop() {
        storage.close();
        server.dropDatabase(url);
    }

    @Test
    void goesOnInNewTransactions() {
        List<StoredRecord> found = storage.read(each -> scanned(each.records(), () -> {}));
        List<StoredRecord> all = storage.read(each -> each.records().scan(users(each.records()), null, 100));
        assertThat(found).hasSize(USERS).isEqualTo(all);
    }

    @Test
    void endsOnceSomebodyWrites() {
        assertThatThrownBy(() -> storage.read(each -> scanned(each.records(), this::writeBeside)))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("somebody wrote");
        List<StoredRecord> found = storage.read(each -> scanned(each.records(), () -> {}));
        assertThat(found).hasSizeGreaterThan(USERS);
    }

    private void writeBeside() {
        CompletableFuture.runAsync(
                        () -> storage.write(each -> IdentitySamples.USERS.add(new Samples(System.nanoTime()), each)))
                .join();
    }

    private static List<StoredRecord> scanned(Records records, Runnable between) {
        List<StoredRecord> all = new ArrayList<>();
        List<StoredRecord> page = records.scan(users(records), null, 5);
        while (!page.isEmpty()) {
            all.addAll(page);
            between.run();
            page = records.scan(users(records), all.getLast().key(), 5);
        }
        return all;
    }

    private static Kind users(Records records) {
        return records.kind("users");
    }
}
