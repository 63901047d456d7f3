package dev.atlas.application.bots;

import dev.atlas.application.Foundation;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.identity.IdentityUseCases;
import dev.atlas.application.identity.Throttle;
import java.util.random.RandomGenerator;

/** What can be done with those who talk to Atlas through bots. */
public record BotUseCases(
        LinkCodeIssue codes,
        LinkRedemption redemption,
        BotAccountCatalog accounts,
        LinkedUsers linked,
        BotHistory history,
        LinkCodeSweep codeSweep,
        BotMessageRetention retention)
        implements AutoCloseable {

    /** @param random draws the codes; to be guessed by nobody */
    public static BotUseCases over(Foundation foundation, IdentityUseCases identity, RandomGenerator random) {
        Audit audit = new Audit(foundation);
        BotLinks links = new BotLinks(foundation);
        CodeDigests digests = new CodeDigests(identity.keyedDigests());
        LinkCodeSweep sweep = new LinkCodeSweep(foundation);
        return new BotUseCases(
                new LinkCodeIssue(foundation, digests, sweep, random),
                new LinkRedemption(foundation, digests, links, new Throttle(foundation), audit),
                new BotAccountCatalog(foundation, links, audit),
                new LinkedUsers(foundation),
                new BotHistory(foundation, audit),
                sweep,
                new BotMessageRetention(foundation));
    }

    /** Ends what goes on in the background. */
    @Override
    public void close() {
        retention.close();
        codeSweep.close();
    }
}
