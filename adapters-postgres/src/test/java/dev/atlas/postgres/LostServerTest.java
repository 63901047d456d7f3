package dev.atlas.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.contract.servers.Proxy;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StorageException.UnknownOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LostServerTest {

    private static final Map<String, String> SHORT = Map.of(
            "ATLAS_POSTGRES_POOL", "2",
            "ATLAS_POSTGRES_STATEMENT_TIMEOUT", "500ms",
            "ATLAS_POSTGRES_SOCKET_TIMEOUT", "1s",
            "ATLAS_POSTGRES_QUEUE_TIMEOUT", "1s");

    private final PostgresServer server = PostgresServer.shared();
    private final String url = server.createDatabase();
    private final Proxy proxy = Proxy.before(url);
    private final Storage storage = new Backend().open(proxy.urlFor(url), SHORT);
    private final User ann = Samples.user("ann");

    @AfterEach
    void drop() {
        proxy.heal();
        storage.close();
        proxy.close();
        server.dropDatabase(url);
    }

    @Test
    void aCommitWithoutAnswerMayHaveTakenPlace() {
        proxy.swallowAnswersAfter(Proxy.requestContaining("commit"));

        assertThatThrownBy(() -> storage.write(r -> r.users().add(ann))).isInstanceOf(UnknownOutcome.class);

        proxy.heal();
        Optional<User> found = storage.read(r -> r.users().find(ann.id()));
        assertThat(found).contains(ann);
    }

    @Test
    void aServerThatStandsStillIsWaitedForWithinABound() {
        proxy.pause();
        Instant start = Instant.now();

        assertThatThrownBy(() -> storage.write(r -> r.users().add(ann))).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> storage.read(r -> r.users().find(ann.id()))).isInstanceOf(Unavailable.class);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        proxy.resume();
        assertThat(storage.write(r -> r.users().add(ann)).value()).isEqualTo(ann);
    }

    @Test
    void aConnectionThatIsCutInTheMiddleLeavesNothing() {
        assertThatThrownBy(() -> storage.write(r -> {
                    r.users().add(ann);
                    proxy.cut();
                    return r.users().find(ann.id());
                }))
                .isInstanceOf(Unavailable.class);

        Optional<User> found = storage.read(r -> r.users().find(ann.id()));
        assertThat(found).isEmpty();
    }
}
