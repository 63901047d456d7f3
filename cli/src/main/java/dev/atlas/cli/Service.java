package dev.atlas.cli;

import dev.atlas.api.Server;
import dev.atlas.api.http.ServerSettings;
import dev.atlas.application.Atlas;
import dev.atlas.application.bots.BotMessageRetention;
import dev.atlas.application.chat.ChatRetention;
import dev.atlas.application.identity.Bootstrap;
import dev.atlas.application.identity.Keyring;
import dev.atlas.application.nodes.NodeLease;
import dev.atlas.application.providers.ModelAccess;
import dev.atlas.application.shadow.ShadowUseCases;
import dev.atlas.cli.storage.ServedStorage;
import dev.atlas.domain.storage.CannotOpen;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Atlas as it serves over HTTP, with all that goes on beside the requests. Closing it lets those that run finish first. */
record Service(Server server, Atlas atlas, NodeLease lease, ServedStorage served) implements AutoCloseable {

    /**
     * Listens when this returns.
     *
     * @throws CannotOpen naming the setting that is wrong
     */
    static Service start(Session session) {
        ServerSettings settings = ServerSettings.of(session.environment());
        session.place(); // a misspelt engine is worse news than a port that is taken
        Keyring keyring = Keyring.of(session.environment());
        String password = session.environment().get(Bootstrap.PASSWORD_SETTING);
        requirePassword(session, password);
        double compared = ShadowUseCases.share(
                session.environment(),
                session.engines().mirror(session.environment()).isPresent());
        Optional<Duration> chatsKept = ChatRetention.kept(session.environment());
        Optional<Duration> botMessagesKept = BotMessageRetention.kept(session.environment());
        settings.requireFreePort();
        ServedStorage served = ServedStorage.open(session);
        try {
            Atlas atlas = Atlas.over(
                    session.foundation(served.storage()),
                    keyring,
                    served.pair(),
                    ModelAccess.in(session.environment()));
            // shown at once: whatever happens next, nobody can be told a generated password again
            atlas.identity().bootstrap().run(password).ifPresent(administrator -> new Introduction(administrator)
                    .print(session.terminal().out()));
            Server server = Server.start(atlas, settings);
            try {
                NodeLease lease = NodeLease.take(atlas.foundation());
                served.start();
                atlas.shadow().begin(compared, new Random());
                chatsKept.ifPresent(atlas.chat().retention()::begin);
                atlas.chat().lost().begin();
                atlas.bots().codeSweep().begin();
                botMessagesKept.ifPresent(atlas.bots().retention()::begin);
                atlas.botService().begin();
                return new Service(server, atlas, lease, served);
            } catch (RuntimeException e) {
                server.close();
                atlas.chat().close();
                throw e;
            }
        } catch (RuntimeException e) {
            served.close();
            throw e;
        }
    }

    /** Where a store is, it is opened before anybody knows whether the password counts. */
    private static void requirePassword(Session session, @Nullable String password) {
        try {
            Bootstrap.requireAcceptable(password);
        } catch (CannotOpen e) {
            if (!session.place().taken()) {
                throw e;
            }
        }
    }

    /** Where it listens. */
    URI uri() {
        return server.uri();
    }

    /** Where it keeps its data. */
    String store() {
        return served.storage().describe().url();
    }

    @Override
    public void close() {
        server.close();
        atlas.botService().close();
        atlas.bots().close();
        atlas.chat().close();
        atlas.shadow().close();
        atlas.mirror().close();
        lease.close();
        served.close();
    }
}
