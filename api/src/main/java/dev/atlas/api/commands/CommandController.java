package dev.atlas.api.commands;

import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.commands.SlashCommands;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What is typed instead of something for a model. */
@Controller("/api/v1/chat")
final class CommandController {

    private final SlashCommands commands;

    CommandController(Atlas atlas) {
        this.commands = atlas.commands();
    }

    @Get("/commands")
    @Operation(id = "listCommands", summary = "Lists what can be typed behind a slash.", outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    Listed<CommandView> list(Caller caller) {
        return new Listed<>(commands.list(caller).stream().map(CommandView::of).toList(), null);
    }

    @Post("/command")
    @Operation(
            id = "runCommand",
            summary = "Does what is typed behind a slash; nothing is stored and no model asked.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    CommandResultView run(Caller caller, @Body CommandInput input) {
        return CommandResultView.of(commands.run(caller, input.command()));
    }
}
