package dev.atlas.cli;

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
        Service service = Service.start(session);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service)));
        session.terminal()
                .out()
                .printf("Atlas listens on %s and keeps its data in %s%n", service.uri(), service.store());
        new CountDownLatch(1).await(); // until the process is told to stop
        return ExitCode.TRUE;
    }

    private static void stop(Service service) {
        service.close();
        LOG.info("Stopped");
    }
}
