package dev.atlas.cli.bots;

import dev.atlas.application.Caller;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Session;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.storage.Storage;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = "Has a bot say something in a conversation, and tells whether the platform took it.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "PLATFORM", description = "One of telegram, slack and teams.")
    private String platform = "";

    @Parameters(index = "1", paramLabel = "CONVERSATION", description = "What the platform knows it by.")
    private String conversation = "";

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    TestCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        BotPlatform there = BotPlatform.of("platform", platform);
        try (Storage storage = session.openExistingStorage()) {
            Optional<String> message = session.atlas(storage)
                    .botService()
                    .administration()
                    .test(Caller.commandLine(), there, conversation);
            session.terminal().out().println(json ? told(message) : "%s took it.".formatted(platform));
            return ExitCode.TRUE;
        }
    }

    private static String told(Optional<String> message) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        message.ifPresent(id -> members.put("message_id", new Json.Str(id)));
        return new Json.Obj(members).text();
    }
}
