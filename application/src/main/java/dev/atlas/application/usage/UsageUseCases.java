package dev.atlas.application.usage;

import dev.atlas.application.Foundation;
import dev.atlas.application.identity.Audit;

/** What can be done about the cost of models. */
public record UsageUseCases(PriceAdministration prices) {

    public static UsageUseCases over(Foundation foundation) {
        return new UsageUseCases(new PriceAdministration(foundation, new Audit(foundation)));
    }
}
