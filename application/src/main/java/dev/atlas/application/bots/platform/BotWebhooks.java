package dev.atlas.application.bots.platform;

import dev.atlas.application.Refusal;
import dev.atlas.application.bots.inbox.Batching;
import dev.atlas.application.bots.inbox.BotInbox;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.bots.BotPlatform;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Takes what platforms send. Anybody can send something there; nothing is done before it is proven who did. */
public final class BotWebhooks {

    private final BotInbox inbox;

    /** Those who come at the same moment look at the bot of their platform together. */
    private final Map<BotPlatform, Batching<BotPlatform, Optional<BotDirectory.Ready>>> looks =
            new EnumMap<>(BotPlatform.class);

    BotWebhooks(BotDirectory directory, BotInbox inbox) {
        this.inbox = inbox;
        for (BotPlatform platform : BotPlatform.values()) {
            looks.put(
                    platform,
                    new Batching<>(
                            Integer.MAX_VALUE,
                            asked -> Collections.nCopies(asked.size(), directory.enabled(platform))));
        }
    }

    /**
     * Takes it in; once this returns it is answered, whatever happens to this node.
     *
     * @return what the platform wants to hear; empty if it wants nothing but to know that it was taken
     * @throws Refusal.NotFound {@code bot.not_configured}, also if it is disabled
     * @throws Refusal.NotAllowed {@code webhook.forged}
     * @throws Refusal.NotYet {@code webhook.unproven} if the platform has to be asked for that and does not answer
     * @throws InvalidValue naming {@code body} if it cannot be read
     */
    public Optional<String> receive(BotPlatform platform, WebhookRequest request) {
        BotDirectory.Ready bot =
                Objects.requireNonNull(looks.get(platform)).ask(platform).orElseThrow(BotWebhooks::notConfigured);
        return switch (read(bot, request)) {
            case WebhookReading.Told told -> {
                if (!told.updates().isEmpty()) {
                    inbox.accept(told.updates());
                }
                yield Optional.empty();
            }
            case WebhookReading.Challenged challenged -> Optional.of(challenged.challenge());
            case WebhookReading.Forged ignored ->
                throw new Refusal.NotAllowed("webhook.forged", "Nothing proves that this comes from the platform.");
            case WebhookReading.Unreadable ignored -> throw new InvalidValue("body", "must be what the platform sends");
        };
    }

    private static WebhookReading read(BotDirectory.Ready bot, WebhookRequest request) {
        try {
            return bot.adapter().read(bot.access(), request);
        } catch (PlatformFailure e) {
            throw new Refusal.NotYet(
                    "webhook.unproven", "Who sent this cannot be found out now; send it again.", PlatformProblem.PAUSE);
        }
    }

    static Refusal notConfigured() {
        return new Refusal.NotFound("bot.not_configured", "There is no bot on this platform.");
    }
}
