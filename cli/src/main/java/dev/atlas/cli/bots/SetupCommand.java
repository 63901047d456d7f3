package dev.atlas.cli.bots;

import dev.atlas.application.Caller;
import dev.atlas.application.bots.platform.BotAdministration;
import dev.atlas.application.bots.platform.BotAdministration.Shown;
import dev.atlas.application.bots.platform.BotHealth;
import dev.atlas.application.bots.platform.BotSetup;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.Given;
import dev.atlas.cli.Session;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.storage.Storage;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "setup",
        description = {
            "Sets a bot up, or anew, and asks its platform who it is. Tokens that are left out stay as they are.",
            "Ends with 1 if it is set up, but its platform does not take that."
        },
        mixinStandardHelpOptions = true)
final class SetupCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "PLATFORM", description = "One of telegram, slack and teams.")
    private String platform = "";

    @Option(names = "--token", paramLabel = "TOKEN", description = "What the bot signs in with" + Given.FORMS + ".")
    private @Nullable String token;

    @Option(
            names = "--webhook-secret",
            paramLabel = "SECRET",
            description = "On Slack the signing secret of the app" + Given.FORMS + ".")
    private @Nullable String webhookSecret;

    @Option(
            names = "--app-token",
            paramLabel = "TOKEN",
            description = "On Slack the token with which it is listened to" + Given.FORMS + ".")
    private @Nullable String appToken;

    @Option(names = "--app-id", paramLabel = "ID", description = "On Teams the id of the app.")
    private @Nullable String appId;

    @Option(
            names = "--webhook-url",
            paramLabel = "URL",
            description = "Where the platform sends what is said; left out, Atlas asks for it or listens.")
    private @Nullable String webhookUrl;

    @Option(names = "--disabled", description = "Set it up, but out of use.")
    private boolean disabled;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    SetupCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        BotPlatform there = BotPlatform.of("platform", platform);
        if (appId != null && there != BotPlatform.TEAMS) {
            throw new InvalidValue("app_id", "is not used on this platform");
        }
        String signsIn = secret("--token", token);
        String proves = secret("--webhook-secret", webhookSecret);
        String listens = secret("--app-token", appToken);
        try (Storage storage = session.openExistingStorage()) {
            BotAdministration bots = session.atlas(storage).botService().administration();
            BotSetup setup = new BotSetup(signsIn, proves, listens, webhookUrl, extra(bots, there), !disabled);
            Shown set =
                    bots.put(Caller.commandLine(), there, setup, null).value().stored();
            new BotStatusReport(session, json).one(set);
            BotHealth health = set.health();
            return health == null || health.healthy() ? ExitCode.TRUE : ExitCode.DIFFERENCES;
        }
    }

    private @Nullable String secret(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Given given = new Given(option, text);
        if (given.literal()) {
            given.warn(session, "secret");
        }
        return given.value(session);
    }

    /** What else was set stays. */
    private Json.Obj extra(BotAdministration bots, BotPlatform there) {
        SequencedMap<String, Json> extra = new LinkedHashMap<>();
        bots.list(Caller.commandLine()).join().stream()
                .filter(bot -> bot.platform() == there)
                .forEach(bot -> {
                    if (bot.configuration() != null) {
                        extra.putAll(bot.configuration().extra().members());
                    }
                });
        if (appId != null) {
            extra.put("app_id", new Json.Str(appId));
        }
        return new Json.Obj(extra);
    }
}
