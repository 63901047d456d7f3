package dev.atlas.api.commands;

import dev.atlas.api.http.View;
import dev.atlas.application.commands.Command;
import dev.atlas.application.commands.CommandResult;
import dev.atlas.domain.Json;
import org.jspecify.annotations.Nullable;

/** What a command told. */
@View
public record CommandResultView(
        @Nullable String command,
        boolean success,
        String message,
        Json.@Nullable Obj data,
        @Nullable String action) {

    public static CommandResultView of(CommandResult result) {
        Command command = result.command();
        return new CommandResultView(
                command == null ? null : command.id(),
                result.success(),
                result.message(),
                result.data(),
                result.action());
    }
}
