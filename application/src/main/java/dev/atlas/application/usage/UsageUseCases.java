package dev.atlas.application.usage;

import dev.atlas.application.Foundation;
import dev.atlas.application.identity.Audit;

/**
 * What can be done about the cost of models, and known of their use.
 *
 * @param statistics of everybody's use
 * @param own of the caller's
 */
public record UsageUseCases(PriceAdministration prices, UsageStatistics statistics, UsageStatistics own) {

    public static UsageUseCases over(Foundation foundation) {
        return new UsageUseCases(
                new PriceAdministration(foundation, new Audit(foundation)),
                new UsageStatistics(foundation, UsageSight.ALL),
                new UsageStatistics(foundation, UsageSight.OWN));
    }
}
