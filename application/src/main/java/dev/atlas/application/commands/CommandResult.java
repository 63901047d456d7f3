package dev.atlas.application.commands;

import dev.atlas.domain.Json;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command tells.
 *
 * @param command which it was; absent if there is none of that name
 * @param success false if it could not be done as typed
 * @param message for people
 * @param data for programs; absent if there is nothing but the message
 * @param action what the client should do now, such as {@code new_session}; absent if nothing
 */
public record CommandResult(
        @Nullable Command command,
        boolean success,
        String message,
        Json.@Nullable Obj data,
        @Nullable String action) {

    static CommandResult told(Command command, String message, Json.@Nullable Obj data) {
        return new CommandResult(command, true, message, data, null);
    }

    static CommandResult refused(@Nullable Command command, String message) {
        return new CommandResult(command, false, message, null, null);
    }

    CommandResult then(String next) {
        return new CommandResult(command, success, message, data, next);
    }

    /** A message of these lines. */
    static String lines(Stream<String> lines) {
        return String.join("\n", lines.toList());
    }
}
