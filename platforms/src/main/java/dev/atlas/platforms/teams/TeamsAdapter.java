package dev.atlas.platforms.teams;

import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.application.bots.platform.BotAccess;
import dev.atlas.application.bots.platform.BotHealth;
import dev.atlas.application.bots.platform.BotPlatformAdapter;
import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.application.bots.platform.WebhookReading;
import dev.atlas.application.bots.platform.WebhookRequest;
import dev.atlas.domain.Json;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.platforms.http.PlatformHttp;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Teams, as Atlas uses it. The token of a bot is the password of its app, whose id is {@code app_id} in what else it needs. What Teams
 * sends is signed with published keys, so there is no other secret.
 */
public final class TeamsAdapter implements BotPlatformAdapter {

    private static final String APP_ID = "app_id";
    private static final URI USUAL = URI.create("https://api.botframework.com");

    /** There is one bot; others were it before. */
    private static final int MOST = 8;

    /** What is kept between messages, as keys and tokens are good for hours. */
    private record Session(TeamsTokens tokens, TeamsClient client) {}

    private final PlatformHttp http = new PlatformHttp();
    private final ConcurrentMap<BotAccess, Session> sessions = new ConcurrentHashMap<>();

    @Override
    public BotPlatform platform() {
        return BotPlatform.TEAMS;
    }

    @Override
    public URI api() {
        return USUAL;
    }

    /** One that nobody asks for. */
    @Override
    public boolean choosesSecret() {
        return true;
    }

    @Override
    public WebhookReading read(BotAccess access, WebhookRequest request) {
        Optional<Session> session = session(access);
        Optional<TeamsActivity> activity = TeamsActivities.read(request.body());
        if (session.isEmpty() || request.header("Authorization").isEmpty()) {
            return new WebhookReading.Forged();
        }
        if (activity.isEmpty()) {
            return new WebhookReading.Unreadable();
        }
        if (!session.get().tokens().accept(request.header("Authorization").orElse(null), activity.get())) {
            return new WebhookReading.Forged();
        }
        InboundMessage message = activity.get().message();
        return new WebhookReading.Told(
                message == null || !message.addressed() ? List.of() : List.of(TeamsInbound.of(message)));
    }

    @Override
    public BotChannel channel(BotAccess access) {
        return new TeamsChannel(session(access)
                .orElseThrow(() -> new PlatformFailure(new PlatformProblem.TokenRefused()))
                .client());
    }

    @Override
    public BotHealth health(BotAccess access) {
        Optional<Session> session = session(access);
        if (session.isEmpty()) {
            return BotHealth.broken("bot.app_id_missing");
        }
        try {
            session.get().client().check();
            return new BotHealth(true, null, null, null);
        } catch (PlatformFailure e) {
            return BotHealth.broken(e.problem().code());
        }
    }

    /** Where Teams sends what is said is set where the bot is registered. */
    @Override
    public void register(BotAccess access, URI webhook) {}

    @Override
    public void unregister(BotAccess access) {}

    @Override
    public boolean polls() {
        return false;
    }

    @Override
    public Polled poll(BotAccess access, long place, Duration wait) {
        throw new UnsupportedOperationException("Teams cannot be asked for what was said");
    }

    /** Empty if nobody has said which app it is. */
    private Optional<Session> session(BotAccess access) {
        if (!(access.extra().members().get(APP_ID) instanceof Json.Str(String appId))) {
            return Optional.empty();
        }
        if (sessions.size() > MOST) {
            sessions.clear();
        }
        return Optional.of(sessions.computeIfAbsent(access, each -> {
            TeamsAccess teams = at(each, appId);
            Clock clock = Clock.systemUTC();
            return new Session(new TeamsTokens(http, teams, clock), new TeamsClient(http, teams, clock));
        }));
    }

    /** A server of somebody's own has both at one place. */
    private static TeamsAccess at(BotAccess access, String appId) {
        if (access.api().equals(USUAL)) {
            return TeamsAccess.usual(appId, access.token());
        }
        String base = access.api().toString().replaceAll("/+$", "");
        return new TeamsAccess(URI.create(base + "/metadata"), URI.create(base + "/token"), appId, access.token());
    }
}
