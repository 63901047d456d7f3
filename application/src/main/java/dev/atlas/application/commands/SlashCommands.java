package dev.atlas.application.commands;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.agents.AgentUseCases;
import dev.atlas.application.agents.EffectiveAgent;
import dev.atlas.application.chat.ChatUseCases;
import dev.atlas.application.providers.ChatSettingsAdministration.Current;
import dev.atlas.application.providers.OfferedModel;
import dev.atlas.application.providers.ProviderAdministration.Shown;
import dev.atlas.application.providers.ProviderUseCases;
import dev.atlas.application.tools.Facts;
import dev.atlas.application.tools.Tool;
import dev.atlas.application.usage.UsageDashboard;
import dev.atlas.application.usage.UsageUseCases;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Text;
import dev.atlas.domain.chat.ChatFilter;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.usage.UsageFigures;
import dev.atlas.domain.usage.UsageFilter;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Doing what is typed instead of something for a model. Nothing is stored, and no model is asked. */
public final class SlashCommands {

    /** Code points of a command. */
    public static final int LONGEST = 2000;

    private static final int LATEST = 20;
    private static final int GLIMPSE = 200;

    private final ChatUseCases chat;
    private final AgentUseCases agents;
    private final ProviderUseCases providers;
    private final UsageUseCases usage;

    public SlashCommands(ChatUseCases chat, AgentUseCases agents, ProviderUseCases providers, UsageUseCases usage) {
        this.chat = chat;
        this.agents = agents;
        this.providers = providers;
        this.usage = usage;
    }

    /** True for what is a command, or would be one if it were spelt right: a word behind a slash, and no path. */
    public static boolean isCommand(String content) {
        String words = content.strip();
        return words.startsWith("/")
                && words.length() > 1
                && words.length() <= LONGEST
                && named(words).indexOf('/') < 0;
    }

    /** All there are. */
    public List<Command> list(Caller caller) {
        caller.require(Permission.CHAT_USE);
        return List.of(Command.values());
    }

    /**
     * Does it, waiting for whom it asks.
     *
     * @param typed with its slash
     * @throws InvalidValue naming {@code command} for what is no command
     */
    public CommandResult run(Caller caller, String typed) {
        caller.require(Permission.CHAT_USE);
        String words = Text.required("command", typed, LONGEST);
        if (!isCommand(words)) {
            throw new InvalidValue("command", "must be a slash and a word, such as /help");
        }
        String name = named(words);
        String argument = words.substring(1 + name.length()).strip();
        return Command.of(name)
                .map(command -> run(caller, command, argument))
                .orElseGet(() -> CommandResult.refused(null, "There is no such command; /help lists those there are."));
    }

    private static String named(String words) {
        int end = 1;
        while (end < words.length() && !Character.isWhitespace(words.charAt(end))) {
            end++;
        }
        return words.substring(1, end);
    }

    private CommandResult run(Caller caller, Command command, String argument) {
        try {
            return switch (command) {
                case HELP -> help();
                case TOOLS -> tools(caller, argument);
                case MODELS -> models(caller, argument);
                case PROVIDERS -> providers(caller);
                case AGENT -> agent(caller, argument);
                case CLEAR ->
                    CommandResult.told(command, "The next message begins a new chat.", null)
                            .then("new_session");
                case HISTORY -> history(caller);
                case USAGE -> usage(caller);
                case SEARCH -> search(caller, argument);
                case ALERTS ->
                    CommandResult.told(
                            command,
                            "No alert source is configured.",
                            Facts.list("alerts", List.of(), each -> new Facts(), false));
                case STATUS -> status(caller);
                case EXPORT -> export();
                case SETTINGS -> settings(caller);
            };
        } catch (CompletionException e) {
            if (e.getCause() instanceof Refusal refused) {
                return CommandResult.refused(command, String.valueOf(refused.getMessage()));
            }
            throw e;
        } catch (Refusal refused) {
            return CommandResult.refused(command, String.valueOf(refused.getMessage()));
        }
    }

    private static CommandResult help() {
        List<Command> all = List.of(Command.values());
        return CommandResult.told(
                Command.HELP,
                lines(all.stream().map(each -> each.usage() + " - " + each.description())),
                Facts.list(
                        "commands",
                        all,
                        each -> new Facts()
                                .with("name", each.id())
                                .with("usage", each.usage())
                                .with("description", each.description())
                                .with("aliases", Json.strings(each.aliases())),
                        false));
    }

    private CommandResult tools(Caller caller, String category) {
        List<Tool> allowed = agents.tools().list(caller, category.isEmpty() ? null : category).stream()
                .filter(tool -> tool.allowedTo(caller))
                .toList();
        return CommandResult.told(
                Command.TOOLS,
                allowed.isEmpty()
                        ? "There are no such tools for you."
                        : lines(allowed.stream().map(tool -> tool.name() + " - " + tool.description())),
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

    private CommandResult models(Caller caller, String named) {
        String provider =
                named.isEmpty() ? current(caller).defaults().defaultProvider() : named.toLowerCase(Locale.ROOT);
        List<OfferedModel> models = providers.calls().models(caller, provider);
        return CommandResult.told(
                Command.MODELS,
                lines(Stream.concat(
                        Stream.of("Models of " + provider + ":"),
                        models.stream().map(OfferedModel::id))),
                Facts.list("models", models, model -> new Facts().with("id", model.id()), false));
    }

    private CommandResult providers(Caller caller) {
        List<Shown> all = providers.administration().list(caller).join();
        return CommandResult.told(
                Command.PROVIDERS,
                lines(all.stream()
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

    private CommandResult agent(Caller caller, String named) {
        if (named.isEmpty()) {
            List<EffectiveAgent> all = agents.administration().list(caller).join();
            return CommandResult.told(
                    Command.AGENT,
                    lines(all.stream()
                            .map(each ->
                                    each.agent().id() + " - " + each.agent().description())),
                    Facts.list("agents", all, SlashCommands::facts, false));
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

    private CommandResult history(Caller caller) {
        List<ChatSession> latest = chat.catalog()
                .list(caller, new ChatFilter(false, null), Page.first(LATEST))
                .join()
                .items();
        return CommandResult.told(
                Command.HISTORY,
                latest.isEmpty()
                        ? "There are no chats yet."
                        : lines(latest.stream()
                                .map(each -> Objects.requireNonNullElse(each.title(), "Without a title"))),
                Facts.list(
                        "sessions",
                        latest,
                        each -> new Facts()
                                .with("id", each.id())
                                .with("title", each.title())
                                .with("message_count", each.totals().messages())
                                .with("updated_at", each.updatedAt()),
                        false));
    }

    private CommandResult usage(Caller caller) {
        UsageDashboard own =
                usage.own().dashboard(caller, UsageFilter.NONE, ZoneOffset.UTC).join();
        return CommandResult.told(
                Command.USAGE,
                lines(Stream.of(line("Today", own.today()), line("30 days", own.month()), line("Ever", own.overall()))),
                new Facts()
                        .with("today", figures(own.today()))
                        .with("month", figures(own.month()))
                        .with("overall", figures(own.overall()))
                        .object());
    }

    private static String line(String when, UsageFigures figures) {
        return "%s: %d calls, %d tokens, %s USD"
                .formatted(
                        when,
                        figures.calls(),
                        figures.totalTokens(),
                        figures.costUsd().toPlainString());
    }

    private static Json.Obj figures(UsageFigures figures) {
        return new Facts()
                .with("requests", figures.calls())
                .with("total_tokens", figures.totalTokens())
                .with("cost_usd", figures.costUsd().toPlainString())
                .with("unpriced_requests", figures.unpriced())
                .object();
    }

    private CommandResult search(Caller caller, String text) {
        if (text.isEmpty()) {
            return CommandResult.refused(Command.SEARCH, "Say what to look for: /search text.");
        }
        List<ChatMessage> found =
                chat.log().containing(caller, text, Page.first(LATEST)).join().items();
        return CommandResult.told(
                Command.SEARCH,
                found.isEmpty()
                        ? "Nothing was found."
                        : lines(found.stream().map(each -> glimpse(each.entry().content()))),
                Facts.list(
                        "messages",
                        found,
                        each -> new Facts()
                                .with("session_id", each.sessionId())
                                .with("sequence", each.sequence())
                                .with("role", each.entry().role())
                                .with("content", glimpse(each.entry().content()))
                                .with("created_at", each.createdAt()),
                        false));
    }

    private static String glimpse(String content) {
        return content.codePointCount(0, content.length()) <= GLIMPSE
                ? content
                : content.substring(0, content.offsetByCodePoints(0, GLIMPSE)) + "...";
    }

    private CommandResult status(Caller caller) {
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

    private static CommandResult export() {
        String place = "/api/v1/exports/chats";
        return CommandResult.told(
                        Command.EXPORT,
                        "A zip of your chats, each as JSON and as Markdown, is at " + place + ".",
                        new Facts().with("path", place).object())
                .then("download");
    }

    private CommandResult settings(Caller caller) {
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
                lines(data.members().entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue().text())),
                data);
    }

    private Current current(Caller caller) {
        return providers.settings().get(caller).join();
    }

    private static String lines(Stream<String> lines) {
        return String.join("\n", lines.toList());
    }
}
