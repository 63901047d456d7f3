package dev.atlas.persistence.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.LinkCode;
import dev.atlas.domain.bots.LinkCodes;
import dev.atlas.domain.identity.User;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
class StoredLinkCodes extends StoredById<LinkCode, LinkCodeRow> implements LinkCodes {

    StoredLinkCodes(LinkCodeRows rows, LinkCodeRowMapper mapper, Engine engine) {
        super(LinkCodeRow.class, rows, mapper, engine);
    }

    @Override
    public Optional<LinkCode> of(Id<User> user, BotPlatform platform) {
        return all(on(platform).whereEqual("user_id", user.value())).stream().findFirst();
    }

    @Override
    public Optional<LinkCode> withDigest(BotPlatform platform, String digest) {
        return all(on(platform).whereEqual("digest", digest)).stream().findFirst();
    }

    @Override
    public List<LinkCode> of(BotPlatform platform, int limit) {
        return all(on(platform).descending("expires_at", "id").atMost(limit));
    }

    @Override
    public List<LinkCode> expiringBefore(Instant time, int limit) {
        return all(Listing.of(LinkCodeRow.class)
                .where(new Before("expires_at", time))
                .ascending("expires_at", "id")
                .atMost(limit));
    }

    private static Listing<LinkCodeRow> on(BotPlatform platform) {
        return Listing.of(LinkCodeRow.class).whereEqual("platform", Words.of(platform));
    }
}
