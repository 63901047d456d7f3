package dev.atlas.api.commands;

import dev.atlas.api.http.View;
import dev.atlas.application.commands.Command;
import java.util.List;

/** What can be typed instead of something for a model. */
@View
public record CommandView(String name, String usage, String description, List<String> aliases) {

    static CommandView of(Command command) {
        return new CommandView(command.id(), command.usage(), command.description(), command.aliases());
    }
}
