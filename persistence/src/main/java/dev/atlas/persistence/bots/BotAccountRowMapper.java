package dev.atlas.persistence.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.persistence.RowMapper;
import jakarta.inject.Singleton;

/** By hand: MapStruct takes what names an account for a setter. */
@Singleton
final class BotAccountRowMapper implements RowMapper<BotAccount, BotAccountRow> {

    @Override
    public BotAccountRow toRow(BotAccount account) {
        return new BotAccountRow(
                account.id().value(),
                account.userId().value(),
                Words.of(account.platform()),
                account.platformUserId(),
                account.platformUsername(),
                account.createdAt(),
                account.updatedAt(),
                account.version());
    }

    @Override
    public BotAccount toDomain(BotAccountRow row) {
        return new BotAccount(
                new Id<>(row.id()),
                new Id<>(row.userId()),
                Words.constant(BotPlatform.class, row.platform()),
                row.platformUserId(),
                row.platformUsername(),
                row.createdAt(),
                row.updatedAt(),
                row.version());
    }
}
