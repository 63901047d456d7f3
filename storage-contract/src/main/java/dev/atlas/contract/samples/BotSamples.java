package dev.atlas.contract.samples;

import dev.atlas.contract.samples.Link.WhenGone;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotAccounts;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.LinkCode;
import dev.atlas.domain.bots.LinkCodes;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import java.util.List;

/** Who talks to Atlas through bots. */
public final class BotSamples {

    public static final Port<Id<BotAccount>, BotAccount> ACCOUNTS = new Port<>(
            "bot_accounts",
            Repositories::botAccounts,
            (samples, repositories) -> new BotAccount(
                    samples.id(),
                    samples.referTo(IdentitySamples.USERS, repositories),
                    samples.oneOf(BotPlatform.class),
                    samples.word(),
                    samples.maybe(samples::text),
                    samples.instant(),
                    samples.instant(),
                    0),
            List.of(UniqueValue.of(BotAccounts.ONE_PER_PLATFORM_USER, "platform", "platformUserId")));

    public static final Port<Id<LinkCode>, LinkCode> CODES = new Port<>(
            "link_codes",
            Repositories::linkCodes,
            (samples, repositories) -> new LinkCode(
                    samples.id(),
                    samples.referTo(IdentitySamples.USERS, repositories),
                    samples.oneOf(BotPlatform.class),
                    samples.word(),
                    samples.count(),
                    samples.instant(),
                    samples.instant(),
                    0),
            List.of(
                    UniqueValue.of(LinkCodes.ONE_PER_USER, "userId", "platform"),
                    UniqueValue.of(LinkCodes.ONE_PER_DIGEST, "platform", "digest")));

    public static final List<Port<?, ?>> PORTS = List.of(ACCOUNTS, CODES);

    public static final List<Link<?, ?, ?>> LINKS = List.of(
            new Link<User, Id<User>, BotAccount>(IdentitySamples.USERS, ACCOUNTS, "userId", WhenGone.REMOVED),
            new Link<User, Id<User>, LinkCode>(IdentitySamples.USERS, CODES, "userId", WhenGone.REMOVED));

    private BotSamples() {}
}
