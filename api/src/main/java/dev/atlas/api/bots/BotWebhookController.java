package dev.atlas.api.bots;

import dev.atlas.api.http.Open;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.application.Atlas;
import dev.atlas.application.bots.platform.BotWebhooks;
import dev.atlas.application.bots.platform.WebhookRequest;
import dev.atlas.domain.bots.BotPlatform;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where chat platforms send what is said to bots. They prove themselves, not a user; so these routes are open. */
@Controller("/api/v1/webhooks/bots")
final class BotWebhookController {

    private final BotWebhooks webhooks;
    private final Clock clock;

    BotWebhookController(Atlas atlas) {
        this.webhooks = atlas.botService().webhooks();
        this.clock = atlas.foundation().clock();
    }

    @Post("/{platform}")
    @Operation(
            id = "receiveBotWebhook",
            summary = "Takes what a chat platform sends, once that is proven; then it is answered in the conversation.",
            outcome = Outcome.SHOWN)
    @Open
    @ExecuteOn(TaskExecutors.BLOCKING)
    WebhookView receive(BotPlatform platform, HttpRequest<?> request, @Body byte[] body) {
        return new WebhookView(
                "ok",
                webhooks.receive(platform, new WebhookRequest(headers(request.getHeaders()), body, clock.instant()))
                        .orElse(null));
    }

    private static SortedMap<String, String> headers(HttpHeaders sent) {
        SortedMap<String, String> headers = new TreeMap<>();
        sent.names().forEach(name -> headers.put(name, String.valueOf(sent.get(name))));
        return headers;
    }
}
