package dev.atlas.cli.bots;

import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.bots.platform.BotAdministration.Shown;
import dev.atlas.application.bots.platform.BotReception;
import dev.atlas.application.identity.Keyring;
import dev.atlas.application.nodes.NodeLease;
import dev.atlas.application.providers.ModelAccess;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.cli.storage.ServedStorage;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotPlatform;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = {
            "Hears and answers without a server, until it is interrupted.",
            "For bots without a webhook: Atlas asks Telegram, and listens to Slack."
        },
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "0..*", paramLabel = "PLATFORM", description = "Only these; left out, all that can be heard.")
    private List<String> platforms = List.of();

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Set<BotPlatform> wanted = wanted();
        ServedStorage served = ServedStorage.open(session);
        try {
            Atlas atlas = Atlas.over(
                    session.foundation(served.storage()),
                    Keyring.of(session.environment()),
                    served.pair(),
                    ModelAccess.in(session.environment()));
            List<Shown> heard = heard(atlas, wanted);
            NodeLease lease = NodeLease.take(atlas.foundation());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(atlas, lease, served)));
            served.start();
            atlas.chat().lost().begin();
            atlas.botService().begin(heard.stream().map(Shown::platform).collect(Collectors.toSet()));
            heard.forEach(this::tell);
        } catch (RuntimeException e) {
            served.close();
            throw e;
        }
        new CountDownLatch(1).await(); // until the process is told to stop
        return ExitCode.TRUE;
    }

    private Set<BotPlatform> wanted() {
        Set<BotPlatform> wanted = EnumSet.noneOf(BotPlatform.class);
        platforms.forEach(each -> wanted.add(BotPlatform.of("platform", each)));
        return wanted.isEmpty() ? EnumSet.allOf(BotPlatform.class) : wanted;
    }

    private static List<Shown> heard(Atlas atlas, Set<BotPlatform> wanted) {
        List<Shown> heard = atlas.botService().administration().list(Caller.commandLine()).join().stream()
                .filter(bot -> wanted.contains(bot.platform()))
                .filter(bot ->
                        bot.configuration() != null && bot.configuration().enabled())
                .filter(bot -> bot.reception() == BotReception.POLLING || bot.reception() == BotReception.SOCKET)
                .toList();
        if (heard.isEmpty()) {
            throw new Refusal.WrongState(
                    "bot.not_heard",
                    "No bot can be heard without a server: set one up without --webhook-url (atlas bots setup --help).");
        }
        return heard;
    }

    private void tell(Shown bot) {
        session.terminal()
                .out()
                .printf(
                        "%s is heard by %s; interrupt this to stop.%n",
                        Words.of(bot.platform()), Words.of(Objects.requireNonNull(bot.reception())));
    }

    private static void stop(Atlas atlas, NodeLease lease, ServedStorage served) {
        atlas.botService().close();
        atlas.chat().close();
        atlas.bots().close();
        lease.close();
        served.close();
    }
}
