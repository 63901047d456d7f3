package dev.atlas.application.commands;

import dev.atlas.domain.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be typed instead of something for a model. Source: chat reference, section 3.3. */
public enum Command {
    HELP("", "Lists the commands.", "h", "?"),
    TOOLS("[category]", "Lists the tools that models may ask for in your name."),
    MODELS("[provider]", "Lists the models of a provider, or of the usual one."),
    PROVIDERS("", "Lists the providers, and whether there is a key for each."),
    AGENT("[agent]", "Lists the agents, or shows one and has it answer."),
    CLEAR("", "Begins a new chat; the present one stays.", "reset", "new"),
    HISTORY("", "Lists your latest chats."),
    USAGE("", "Tells what you used today, in the last 30 days and ever.", "tokens", "stats"),
    SEARCH("text", "Finds messages in your chats."),
    ALERTS("", "Lists open alerts."),
    STATUS("", "Tells what answers, and whether it can."),
    EXPORT("", "Tells where your chats can be had as a file."),
    SETTINGS("", "Shows how chats are answered.");

    private final String argument;
    private final String description;
    private final List<String> aliases;

    Command(String argument, String description, String... aliases) {
        this.argument = argument;
        this.description = description;
        this.aliases = List.of(aliases);
    }

    /** The one that is called so, under any of its names; case does not count. */
    static Optional<Command> of(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(command -> command.id().equals(wanted) || command.aliases.contains(wanted))
                .findFirst();
    }

    /** Its first name, without the slash. */
    public String id() {
        return Words.of(this);
    }

    public List<String> aliases() {
        return aliases;
    }

    public String description() {
        return description;
    }

    /** How it is typed. */
    public String usage() {
        return argument.isEmpty() ? "/" + id() : "/" + id() + " " + argument;
    }
}
