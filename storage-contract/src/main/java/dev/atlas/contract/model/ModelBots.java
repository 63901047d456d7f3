package dev.atlas.contract.model;

import dev.atlas.contract.samples.BotSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotAccounts;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.LinkCode;
import dev.atlas.domain.bots.LinkCodes;
import dev.atlas.domain.bots.PlatformCount;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who talks to Atlas through bots. */
final class ModelBots {

    private ModelBots() {}

    static Map<String, Object> ports(Model model) {
        return Map.of("botAccounts", new AllAccounts(model), "linkCodes", new AllCodes(model));
    }

    private static final class AllAccounts extends ModelAggregates<Id<BotAccount>, BotAccount> implements BotAccounts {
        AllAccounts(Model model) {
            super(BotSamples.ACCOUNTS, model);
        }

        @Override
        public Optional<BotAccount> of(BotPlatform platform, String platformUserId) {
            return where(account -> account.platform() == platform
                            && account.platformUserId().equals(platformUserId))
                    .findFirst();
        }

        @Override
        public Slice<BotAccount> ofUser(Id<User> user, @Nullable BotPlatform platform, Page page) {
            return newestFirst(
                    page,
                    BotAccount::createdAt,
                    account -> account.userId().equals(user) && (platform == null || account.platform() == platform));
        }

        @Override
        public Slice<BotAccount> on(BotPlatform platform, Page page) {
            return newestFirst(page, BotAccount::createdAt, account -> account.platform() == platform);
        }

        @Override
        public Slice<BotAccount> list(Page page) {
            return newestFirst(page, BotAccount::createdAt, account -> true);
        }

        @Override
        public List<BotAccount> among(Collection<Id<BotAccount>> ids) {
            return where(account -> ids.contains(account.id())).toList();
        }

        @Override
        public List<PlatformCount> counts(Collection<BotPlatform> platforms) {
            return PlatformCounting.counts(where(account -> true).map(BotAccount::platform), platforms);
        }
    }

    private static final class AllCodes extends ModelAggregates<Id<LinkCode>, LinkCode> implements LinkCodes {

        private static final Comparator<LinkCode> BY_EXPIRY = Comparator.comparing(LinkCode::expiresAt)
                .thenComparing(code -> code.id().value(), Id::compare);

        AllCodes(Model model) {
            super(BotSamples.CODES, model);
        }

        @Override
        public Optional<LinkCode> of(Id<User> user, BotPlatform platform) {
            return where(code -> code.userId().equals(user) && code.platform() == platform)
                    .findFirst();
        }

        @Override
        public Optional<LinkCode> withDigest(BotPlatform platform, String digest) {
            return where(code -> code.platform() == platform && code.digest().equals(digest))
                    .findFirst();
        }

        @Override
        public List<LinkCode> of(BotPlatform platform, int limit) {
            return where(code -> code.platform() == platform)
                    .sorted(BY_EXPIRY.reversed())
                    .limit(limit)
                    .toList();
        }

        @Override
        public List<LinkCode> expiringBefore(Instant time, int limit) {
            return where(code -> code.expiresAt().isBefore(time))
                    .sorted(BY_EXPIRY)
                    .limit(limit)
                    .toList();
        }
    }
}
