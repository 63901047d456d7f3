package dev.atlas.application.bots.platform;

import dev.atlas.application.Foundation;
import dev.atlas.application.bots.BotUseCases;
import dev.atlas.application.bots.inbox.BotAnswering;
import dev.atlas.application.chat.ChatTurns;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.identity.IdentityUseCases;
import dev.atlas.domain.bots.BotPlatform;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What can be done with bots: they are set up, told things, and answer. */
public record BotServiceUseCases(
        BotAdministration administration,
        BotStatistics statistics,
        BotWebhooks webhooks,
        BotPolling polling,
        BotListening listening,
        BotAnswering answering)
        implements AutoCloseable {

    /**
     * @param environment may say where platforms are
     * @param silence how long nothing may be heard of a worker until it is taken for dead; the same on all nodes
     * @param random makes secrets; to be guessed by nobody
     */
    public static BotServiceUseCases over(
            Foundation foundation,
            IdentityUseCases identity,
            BotUseCases bots,
            ChatTurns turns,
            Map<String, String> environment,
            Duration silence,
            RandomGenerator random) {
        BotDirectory directory = new BotDirectory(foundation, identity.secrets(), new BotPlatforms(environment));
        Audit audit = new Audit(foundation);
        BotInstallation installation = new BotInstallation(foundation, directory, identity.secrets(), audit, random);
        BotAnswering answering = BotAnswering.over(foundation, bots, turns, directory, silence);
        return new BotServiceUseCases(
                new BotAdministration(foundation, directory, installation, audit),
                BotStatistics.over(foundation),
                new BotWebhooks(directory, answering.inbox()),
                new BotPolling(foundation, directory, answering.inbox()),
                new BotListening(directory, answering.inbox()),
                answering);
    }

    /** Begins to ask, to listen and to answer, until it is closed. */
    public void begin() {
        begin(List.of(BotPlatform.values()));
    }

    /** The same, but only these platforms are asked and listened to; what the others have told is answered all the same. */
    public void begin(Collection<BotPlatform> platforms) {
        answering.begin();
        polling.begin(platforms);
        listening.begin(platforms);
    }

    @Override
    public void close() {
        listening.close();
        polling.close();
        answering.close();
    }
}
