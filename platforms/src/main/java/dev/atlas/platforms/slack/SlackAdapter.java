package dev.atlas.platforms.slack;

import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.application.bots.platform.BotAccess;
import dev.atlas.application.bots.platform.BotHealth;
import dev.atlas.application.bots.platform.BotPlatformAdapter;
import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.application.bots.platform.WebhookReading;
import dev.atlas.application.bots.platform.WebhookRequest;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.platforms.http.PlatformHttp;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Slack, as Atlas uses it. What its bot is called there is the id with which it is mentioned. */
public final class SlackAdapter implements BotPlatformAdapter {

    private final PlatformHttp http = new PlatformHttp();

    @Override
    public BotPlatform platform() {
        return BotPlatform.SLACK;
    }

    @Override
    public URI api() {
        return SlackAccess.USUAL;
    }

    /** The signing secret is Slack's. */
    @Override
    public boolean choosesSecret() {
        return false;
    }

    @Override
    public boolean takesAppToken() {
        return true;
    }

    @Override
    public WebhookReading read(BotAccess access, WebhookRequest request) {
        boolean signed = access.secret() != null
                && SlackSignature.matches(
                        access.secret(),
                        request.header(SlackSignature.TIMESTAMP).orElse(null),
                        request.header(SlackSignature.HEADER).orElse(null),
                        request.body(),
                        request.at());
        if (!signed) {
            return new WebhookReading.Forged();
        }
        return SlackEvents.read(request.body(), Objects.requireNonNullElse(access.botName(), ""))
                .<WebhookReading>map(event -> switch (event) {
                    case SlackEvent.Challenge challenge -> new WebhookReading.Challenged(challenge.words());
                    case SlackEvent.Said said -> new WebhookReading.Told(List.of(SlackInbound.of(said.message())));
                    case SlackEvent.Other other -> new WebhookReading.Told(List.of());
                })
                .orElseGet(WebhookReading.Unreadable::new);
    }

    @Override
    public BotChannel channel(BotAccess access) {
        return new SlackChannel(client(access));
    }

    @Override
    public BotHealth health(BotAccess access) {
        try {
            String bot = client(access).authTest().userId();
            unregister(access);
            return new BotHealth(true, bot, null, null);
        } catch (PlatformFailure e) {
            return BotHealth.broken(e.problem().code());
        }
    }

    /** Where Slack sends what is said is set in the settings of the app. */
    @Override
    public void register(BotAccess access, URI webhook) {}

    /** If it shall be listened to, Slack has to let us; that it lets us only so often a minute is no refusal. */
    @Override
    public void unregister(BotAccess access) {
        try {
            if (listens(access)) {
                client(access).openConnection();
            }
        } catch (PlatformFailure e) {
            if (!(e.problem() instanceof PlatformProblem.RateLimited)) {
                throw e;
            }
        }
    }

    @Override
    public boolean polls() {
        return false;
    }

    @Override
    public Polled poll(BotAccess access, long place, Duration wait) {
        throw new UnsupportedOperationException("Slack cannot be asked for what was said");
    }

    /** In Socket Mode. */
    @Override
    public boolean listens(BotAccess access) {
        return access.appToken() != null;
    }

    @Override
    public void listen(BotAccess access, BooleanSupplier wanted, Consumer<BotInbound> receiver) {
        SlackClient client = client(access);
        String known = access.botName();
        String bot = known == null ? client.authTest().userId() : known;
        new SlackSocket(http, client, bot).listen(wanted, event -> {
            if (event instanceof SlackEvent.Said(InboundMessage message)) {
                receiver.accept(SlackInbound.of(message));
            }
        });
    }

    private SlackClient client(BotAccess access) {
        return new SlackClient(http, new SlackAccess(access.api(), access.token(), access.appToken()));
    }
}
