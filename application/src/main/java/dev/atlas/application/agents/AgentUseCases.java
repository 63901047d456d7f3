package dev.atlas.application.agents;

import dev.atlas.application.Foundation;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.providers.ProviderUseCases;
import dev.atlas.application.tools.ToolCatalog;

/** What can be done with agents. */
public record AgentUseCases(AgentAdministration administration, PresetCatalog presets, ToolCatalog tools) {

    public static AgentUseCases over(Foundation foundation, ProviderUseCases providers, ToolCatalog tools) {
        Audit audit = new Audit(foundation);
        return new AgentUseCases(
                new AgentAdministration(foundation, providers.administration(), audit),
                new PresetCatalog(foundation, providers.administration(), tools, audit),
                tools);
    }
}
