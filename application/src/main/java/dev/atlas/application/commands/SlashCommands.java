package dev.atlas.application.commands;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.agents.AgentUseCases;
import dev.atlas.application.chat.ChatUseCases;
import dev.atlas.application.providers.ProviderUseCases;
import dev.atlas.application.tools.Facts;
import dev.atlas.application.usage.UsageUseCases;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.Permission;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Doing what is typed instead of something for a model. Nothing is stored, and no model is asked. */
public final class SlashCommands {

    /** Code points of a command. */
    public static final int LONGEST = 2000;

    private final ChatCommands chats;
    private final ModelCommands models;

    public SlashCommands(ChatUseCases chat, AgentUseCases agents, ProviderUseCases providers, UsageUseCases usage) {
        this.chats = new ChatCommands(chat, usage);
        this.models = new ModelCommands(agents, providers);
    }

    /** True for what is a command, or would be one if it were spelt right: a slash and a word, and no path. */
    public static boolean isCommand(String content) {
        String words = content.strip();
        return words.startsWith("/") && named(words).indexOf('/') < 0;
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
        String words = typed.strip();
        if (words.codePointCount(0, words.length()) > LONGEST) {
            return CommandResult.refused(null, "A command has at most " + LONGEST + " characters.");
        }
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
                case TOOLS -> models.tools(caller, argument);
                case MODELS -> models.models(caller, argument);
                case PROVIDERS -> models.providers(caller);
                case AGENT -> models.agent(caller, argument);
                case CLEAR ->
                    CommandResult.told(command, "The next message begins a new chat.", null)
                            .then("new_session");
                case HISTORY -> chats.history(caller);
                case USAGE -> chats.usage(caller);
                case SEARCH -> chats.search(caller, argument);
                case ALERTS ->
                    CommandResult.told(
                            command,
                            "No alert source is configured.",
                            Facts.list("alerts", List.of(), each -> new Facts(), false));
                case STATUS -> models.status(caller);
                case EXPORT -> ChatCommands.export();
                case SETTINGS -> models.settings(caller);
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
                CommandResult.lines(all.stream().map(each -> each.usage() + " - " + each.description())),
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
}
