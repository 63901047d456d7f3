package dev.atlas.application.commands;

import dev.atlas.application.Caller;
import dev.atlas.application.agents.AgentUseCases;
import dev.atlas.application.agents.EffectiveAgent;
import dev.atlas.application.providers.ChatSettingsAdministration.Current;
import dev.atlas.application.providers.OfferedModel;
import dev.atlas.application.providers.ProviderAdministration.Shown;
import dev.atlas.application.providers.ProviderUseCases;
import dev.atlas.application.tools.Facts;
import dev.atlas.application.tools.Tool;
import dev.atlas.domain.Json;
import dev.atlas.domain.providers.ChatDefaults;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Commands on who answers, and with what. */
record ModelCommands(AgentUseCases agents, ProviderUseCases providers) {

    CommandResult tools(Caller caller, String category) {
        List<Tool> allowed = agents.tools().list(caller, category.isEmpty() ? null : category).stream()
                .filter(tool -> tool.allowedTo(caller))
                .toList();
        return CommandResult.told(
                Command.TOOLS,
                allowed.isEmpty()
                        ? "There are no such tools for you."
                        : CommandResult.lines(allowed.stream().map(tool -> tool.name() + " - " + tool.description())),
                Facts.list(
                        "tools",
                        allowed,
                        tool -> new Facts()
                                .with("name", tool.name())
                                .with("category", tool.category())
                                .with("description", tool.description())
                                .with("needs_approval", tool.destructive()),
                        false));
    }

    CommandResult models(Caller caller, String named) {
        String provider =
                named.isEmpty() ? current(caller).defaults().defaultProvider() : named.toLowerCase(Locale.ROOT);
        List<OfferedModel> models = providers.calls().models(caller, provider);
        return CommandResult.told(
                Command.MODELS,
                CommandResult.lines(Stream.concat(
                        Stream.of("Models of " + provider + ":"),
                        models.stream().map(OfferedModel::id))),
                Facts.list("models", models, model -> new Facts().with("id", model.id()), false));
    }

    CommandResult providers(Caller caller) {
        List<Shown> all = providers.administration().list(caller).join();
        return CommandResult.told(
                Command.PROVIDERS,
                CommandResult.lines(all.stream()
                        .map(each -> each.provider().id() + (each.configured() ? " - ready" : " - not configured"))),
                Facts.list(
                        "providers",
                        all,
                        each -> new Facts()
                                .with("id", each.provider().id())
                                .with("label", each.provider().label())
                                .with("configured", each.configured())
                                .with("default_model", each.provider().defaultModel()),
                        false));
    }

    CommandResult agent(Caller caller, String named) {
        if (named.isEmpty()) {
            List<EffectiveAgent> all = agents.administration().list(caller).join();
            return CommandResult.told(
                    Command.AGENT,
                    CommandResult.lines(all.stream()
                            .map(each ->
                                    each.agent().id() + " - " + each.agent().description())),
                    Facts.list("agents", all, ModelCommands::facts, false));
        }
        EffectiveAgent one = agents.administration()
                .get(caller, named.toLowerCase(Locale.ROOT))
                .join();
        return CommandResult.told(
                        Command.AGENT,
                        one.agent().label() + " answers from now on.",
                        facts(one).object())
                .then("set_agent");
    }

    private static Facts facts(EffectiveAgent one) {
        return new Facts()
                .with("id", one.agent().id())
                .with("label", one.agent().label())
                .with("description", one.agent().description());
    }

    CommandResult status(Caller caller) {
        Current current = current(caller);
        List<Shown> all = providers.administration().list(caller).join();
        String usual = current.defaults().defaultProvider();
        boolean ready = all.stream().anyMatch(each -> each.provider().id().equals(usual) && each.configured());
        List<String> configured = all.stream()
                .filter(Shown::configured)
                .map(each -> each.provider().id())
                .toList();
        return CommandResult.told(
                Command.STATUS,
                ready
                        ? usual + " answers where nobody else is named."
                        : usual + " is to answer where nobody else is named, and is not configured.",
                new Facts()
                        .with("default_provider", usual)
                        .with("ready", ready)
                        .with("configured_providers", Json.strings(configured))
                        .object());
    }

    CommandResult settings(Caller caller) {
        ChatDefaults defaults = current(caller).defaults();
        Json.Obj data = new Facts()
                .with("default_provider", defaults.defaultProvider())
                .with("max_tokens", (long) defaults.maxTokens())
                .with("temperature", defaults.temperature())
                .with("system_prompt", defaults.systemPrompt())
                .with("tools_enabled", defaults.toolsEnabled())
                .with("streaming_enabled", defaults.streamingEnabled())
                .object();
        return CommandResult.told(
                Command.SETTINGS,
                CommandResult.lines(data.members().entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue().text())),
                data);
    }

    private Current current(Caller caller) {
        return providers.settings().get(caller).join();
    }
}
