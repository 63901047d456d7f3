package dev.atlas.api.bots;

import dev.atlas.api.http.View;
import dev.atlas.application.bots.LinkCodeIssue;
import dev.atlas.domain.bots.BotPlatform;
import java.time.Instant;

/** What is to be sent to a bot; shown this once. */
@View
public record LinkCodeView(BotPlatform platform, String code, Instant expiresAt) {

    static LinkCodeView of(LinkCodeIssue.Issued issued) {
        return new LinkCodeView(issued.platform(), issued.digits(), issued.expiresAt());
    }
}
