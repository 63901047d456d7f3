package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Unordered;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All linked accounts. They go with their user. Every list is newest first (by time of creation, then id). */
public interface BotAccounts extends Aggregates<Id<BotAccount>, BotAccount> {

    /** The unique rule on who somebody on a platform is. */
    String ONE_PER_PLATFORM_USER = "bot_accounts_one_per_platform_user";

    /** Of whoever has this id on the platform. */
    Optional<BotAccount> of(BotPlatform platform, String platformUserId);

    /**
     * Those of this user.
     *
     * @param platform only those there; null for all
     */
    Slice<BotAccount> ofUser(Id<User> user, @Nullable BotPlatform platform, Page page);

    /** Those of everybody on this platform. */
    Slice<BotAccount> on(BotPlatform platform, Page page);

    /** Those of everybody. */
    Slice<BotAccount> list(Page page);

    /** Those of these ids that are there. */
    @Unordered
    List<BotAccount> among(Collection<Id<BotAccount>> ids);

    /** How many there are on each of these platforms on which there are any. */
    @Unordered
    List<PlatformCount> counts(Collection<BotPlatform> platforms);
}
