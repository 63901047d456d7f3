package dev.atlas.persistence.bots;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotAccounts;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.PlatformCount;
import dev.atlas.domain.identity.User;
import dev.atlas.persistence.Condition.AnyOf;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredBotAccounts extends StoredById<BotAccount, BotAccountRow> implements BotAccounts {

    private static final Listing<BotAccountRow> ALL = Listing.of(BotAccountRow.class);

    StoredBotAccounts(BotAccountRows rows, BotAccountRowMapper mapper, Engine engine) {
        super(BotAccountRow.class, rows, mapper, engine);
    }

    @Override
    public Optional<BotAccount> of(BotPlatform platform, String platformUserId) {
        return all(ALL.whereEqual("platform", Words.of(platform)).whereEqual("platform_user_id", platformUserId))
                .stream()
                .findFirst();
    }

    @Override
    public Slice<BotAccount> ofUser(Id<User> user, @Nullable BotPlatform platform, Page page) {
        return page(thoseOn(platform).whereEqual("user_id", user.value()), page);
    }

    @Override
    public Slice<BotAccount> on(BotPlatform platform, Page page) {
        return page(thoseOn(platform), page);
    }

    @Override
    public Slice<BotAccount> list(Page page) {
        return page(ALL, page);
    }

    @Override
    public List<BotAccount> among(Collection<Id<BotAccount>> ids) {
        List<?> keys = ids.stream().map(Id::value).toList();
        return all(ALL.where(new AnyOf("id", keys)));
    }

    @Override
    public List<PlatformCount> counts(Collection<BotPlatform> platforms) {
        return PlatformCounts.of(engine(), ALL, platforms, "created_at");
    }

    /** Everywhere without a platform. */
    private static Listing<BotAccountRow> thoseOn(@Nullable BotPlatform platform) {
        return ALL.whereEqual("platform", platform == null ? null : Words.of(platform));
    }

    private Slice<BotAccount> page(Listing<BotAccountRow> wanted, Page page) {
        return Slice.of(
                all(wanted.newestFirst("created_at", page)),
                page.limit(),
                account -> new Cursor(account.createdAt(), account.id().value()));
    }
}
