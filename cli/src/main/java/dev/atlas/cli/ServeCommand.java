package dev.atlas.cli;

import dev.atlas.api.Server;
import dev.atlas.api.http.ServerSettings;
import dev.atlas.application.Atlas;
import dev.atlas.application.identity.Bootstrap;
import dev.atlas.application.identity.Bootstrap.FirstAdministrator;
import dev.atlas.domain.storage.Storage;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
        Storage storage = session.openStorage();
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            Atlas atlas = session.atlas(storage);
            Optional<FirstAdministrator> made =
                    atlas.identity().bootstrap().run(session.environment().get(Bootstrap.PASSWORD_SETTING));
            Server server = Server.start(atlas, settings);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, storage)));
            made.ifPresent(administrator ->
                    new Introduction(administrator).print(session.terminal().out()));
            print(
                    "Atlas listens on %s and keeps its data in %s",
                    server.uri(), storage.describe().url());
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
        stopped.await();
        return ExitCode.TRUE;
    }

    private static void stop(Server server, Storage storage) {
        server.close();
        storage.close();
        LOG.info("Stopped");
    }

    private void print(String sentence, Object... parts) {
        session.terminal().out().printf(sentence + "%n", parts);
    }
}
