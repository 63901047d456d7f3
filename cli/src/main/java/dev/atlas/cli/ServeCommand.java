package dev.atlas.cli;

import dev.atlas.api.Server;
import dev.atlas.api.http.ServerSettings;
import dev.atlas.application.Atlas;
import dev.atlas.domain.storage.Storage;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

@Command(name = "serve", description = "Serves Atlas over HTTP until it is told to stop.", mixinStandardHelpOptions = true)
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
        Atlas atlas = session.atlas(storage);
        Server server = Server.start(atlas, settings);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            storage.close();
            stopped.countDown();
        }));
        session.terminal().out().printf("Atlas listens on %s and keeps its data in %s%n",
                server.uri(), storage.describe().url());
        LOG.debug("Serving");
        stopped.await();
        return ExitCode.TRUE;
    }
}
