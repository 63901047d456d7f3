package dev.atlas.application.bots;

import dev.atlas.application.identity.KeyedDigests;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.LinkCode;
import dev.atlas.domain.storage.Repositories;
import java.util.List;
import java.util.Optional;

/** How codes are kept: there are so few of them that a plain digest could be turned back, so only who has a key can make these. */
record CodeDigests(KeyedDigests keyed) {

    /** As it may be kept: under each of the keys there are. New ones are kept under the first. */
    List<String> all(BotPlatform platform, String digits) {
        return keyed.of("bots.link_code:" + Words.of(platform) + ":" + digits);
    }

    /** The code with one of these digests. */
    static Optional<LinkCode> find(Repositories from, BotPlatform platform, List<String> digests) {
        return digests.stream()
                .flatMap(digest -> from.linkCodes().withDigest(platform, digest).stream())
                .findFirst();
    }
}
