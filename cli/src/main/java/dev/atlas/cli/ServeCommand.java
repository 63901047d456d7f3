package dev.atlas.cli;

import dev.atlas.api.Server;
import dev.atlas.api.http.ServerSettings;
import dev.atlas.application.Atlas;
import dev.atlas.application.chat.ChatRetention;
import dev.atlas.application.identity.Bootstrap;
import dev.atlas.application.identity.Keyring;
import dev.atlas.application.nodes.NodeLease;
import dev.atlas.application.shadow.ShadowUseCases;
import dev.atlas.cli.storage.ServedStorage;
import dev.atlas.domain.storage.CannotOpen;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

@Command(
        name = "serve",
        description = "Serves Atlas over HTTP until it is told to stop.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Session session;

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerSettings settings = ServerSettings.of(session.environment());
        session.place(); // a misspelt engine is worse news than a port that is taken
        Keyring keyring = Keyring.of(session.environment());
        String password = session.environment().get(Bootstrap.PASSWORD_SETTING);
        requirePassword(password);
        double compared = ShadowUseCases.share(
                session.environment(),
                session.engines().mirror(session.environment()).isPresent());
        Optional<Duration> chatsKept = ChatRetention.kept(session.environment());
        settings.requireFreePort();
        ServedStorage served = ServedStorage.open(session);
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            Atlas atlas = Atlas.over(session.foundation(served.storage()), keyring, served.pair());
            // shown at once: whatever happens next, nobody can be told a generated password again
            atlas.identity().bootstrap().run(password).ifPresent(administrator -> new Introduction(administrator)
                    .print(session.terminal().out()));
            Server server = Server.start(atlas, settings);
            NodeLease lease = NodeLease.take(atlas.foundation());
            served.start();
            atlas.shadow().begin(compared, new Random());
            chatsKept.ifPresent(atlas.chat().retention()::begin);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, atlas, lease, served)));
            print(
                    "Atlas listens on %s and keeps its data in %s",
                    server.uri(), served.storage().describe().url());
        } catch (RuntimeException e) {
            served.close();
            throw e;
        }
        stopped.await();
        return ExitCode.TRUE;
    }

    /** Where a store is, it is opened before anybody knows whether the password counts. */
    private void requirePassword(@Nullable String password) {
        try {
            Bootstrap.requireAcceptable(password);
        } catch (CannotOpen e) {
            if (!session.place().taken()) {
                throw e;
            }
        }
    }

    private static void stop(Server server, Atlas atlas, NodeLease lease, ServedStorage served) {
        server.close();
        atlas.chat().retention().close();
        atlas.shadow().close();
        atlas.mirror().close();
        lease.close();
        served.close();
        LOG.info("Stopped");
    }

    private void print(String sentence, Object... parts) {
        session.terminal().out().printf(sentence + "%n", parts);
    }
}
