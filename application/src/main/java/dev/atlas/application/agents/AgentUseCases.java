package dev.atlas.application.agents;

import dev.atlas.application.Foundation;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.providers.ProviderUseCases;

/** What can be done with agents. */
public record AgentUseCases(AgentAdministration administration, PresetCatalog presets) {

    public static AgentUseCases over(Foundation foundation, ProviderUseCases providers) {
        Audit audit = new Audit(foundation);
        return new AgentUseCases(
                new AgentAdministration(foundation, providers.administration(), audit),
                new PresetCatalog(foundation, providers.administration(), audit));
    }
}
