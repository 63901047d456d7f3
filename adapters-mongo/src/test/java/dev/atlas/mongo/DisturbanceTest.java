package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.atlas.contract.Await;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.contract.servers.Proxy;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StorageException.UnknownOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of a unit of work when the network fails at one point of it. */
@Timeout(60)
class DisturbanceTest {

    private static final Instant NOW = Instant.parse("2025-10-19T18:32:26.111910Z");

    private final MongoServer server = MongoServer.shared();
    private final String url = server.createDatabase();
    private Proxy proxy;
    private Storage storage;

    @BeforeEach
    void open() {
        proxy = Proxy.before(url);
        storage = new Backend()
                .open(
                        proxy.urlFor(url),
                        Map.of(
                                "ATLAS_MONGODB_SELECTION_TIMEOUT", "1s",
                                "ATLAS_MONGODB_SOCKET_TIMEOUT", "1s",
                                "ATLAS_MONGODB_RETRY_TIMEOUT", "2s"));
    }

    @AfterEach
    void close() {
        storage.close();
        proxy.close();
        server.dropDatabase(url);
    }

    private static User user(String name) {
        return new User(new Id<>(UUID.randomUUID()), new Username(name), null, null, "member", null, true, NOW, NOW, 0);
    }

    private boolean isThere(User user) {
        return storage.<Boolean>read(r -> r.users().find(user.id()).isPresent());
    }

    @Test
    void aCommitWhoseAnswerIsLostOnceIsSentAgain() {
        User ann = user("ann");
        AtomicBoolean lost = new AtomicBoolean();
        proxy.swallowAnswersAfter(request ->
                Proxy.requestContaining("commitTransaction").test(request) && lost.compareAndSet(false, true));

        storage.write(r -> r.users().add(ann));

        assertThat(lost).isTrue();
        assertThat(isThere(ann)).isTrue();
    }

    @Test
    void aCommitWhoseAnswersAreLostHasAnUnknownOutcome() {
        User ann = user("ann");
        storage.write(r -> r.users().add(user("bob"))); // the first write makes slots, which is a commit as well
        proxy.swallowAnswersAfter(Proxy.requestContaining("commitTransaction"));

        assertThatThrownBy(() -> storage.write(r -> r.users().add(ann))).isInstanceOf(UnknownOutcome.class);

        proxy.heal();
        assertThat(isThere(ann)).isTrue();
    }

    @Test
    void aWriteWhoseAnswersAreLostDidNotHappen() {
        User ann = user("ann");
        proxy.swallowAnswersAfter(Proxy.requestContaining("insert"));

        assertThatThrownBy(() -> storage.write(r -> r.users().add(ann)))
                .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.certainlyNotCommitted())
                        .isTrue());

        proxy.heal();
        assertThat(isThere(ann)).isFalse();
    }

    @Test
    void aFrozenServerIsNotWaitedForLong() {
        User ann = user("ann");
        proxy.pause();
        long begin = System.nanoTime();

        assertThatThrownBy(() -> isThere(ann)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> storage.write(r -> r.users().add(ann))).isInstanceOf(Unavailable.class);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        proxy.resume();
        storage.write(r -> r.users().add(ann));
        assertThat(isThere(ann)).isTrue();
    }

    @Test
    void aServerThatDoesNotAnswerAtTheStartIsNotWaitedForLong() {
        proxy.pause();
        long begin = System.nanoTime();

        assertThatThrownBy(() -> new Backend().open(proxy.urlFor(url), Map.of()).close())
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("2000 ms");

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aServerThatAnswersSlowlyIsNotTakenForLost() {
        BackendSettings settings = BackendSettings.of(proxy.urlFor(url), Map.of());
        Heartbeats heartbeats = new Heartbeats();
        MongoClientSettings watched = MongoClientSettings.builder(settings.client())
                .applyToServerSettings(server ->
                        server.heartbeatFrequency(500, TimeUnit.MILLISECONDS).addServerMonitorListener(heartbeats))
                .build();
        try (MongoClient client = MongoClients.create(watched)) {
            client.getDatabase(settings.database()).runCommand(new Document("ping", 1));
            proxy.delayAnswers(Duration.ofSeconds(2));
            int before = heartbeats.heard();

            Await.until(
                    Duration.ofSeconds(40), () -> heartbeats.heard() >= before + 2, () -> "no heartbeats are heard");

            assertThat(heartbeats.tooSlow()).isZero();
            client.getDatabase(settings.database()).runCommand(new Document("ping", 1));
        }
    }
}
