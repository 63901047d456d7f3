package dev.atlas.persistence.bots;

import static java.util.Objects.requireNonNull;

import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotConfiguration;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.persistence.RowMapper;
import dev.atlas.persistence.Values;
import jakarta.inject.Singleton;

/** By hand: MapStruct takes what moves a place on for a setter. */
@Singleton
final class BotConfigurationRowMapper implements RowMapper<BotConfiguration, BotConfigurationRow> {

    @Override
    public BotConfigurationRow toRow(BotConfiguration bot) {
        return new BotConfigurationRow(
                bot.id(),
                Words.of(bot.platform()),
                bot.enabled(),
                bot.botName(),
                bot.webhookUrl(),
                bot.extra(),
                bot.place(),
                bot.createdAt(),
                bot.updatedAt(),
                bot.version());
    }

    @Override
    public BotConfiguration toDomain(BotConfigurationRow row) {
        return new BotConfiguration(
                row.id(),
                Words.constant(BotPlatform.class, row.platform()),
                row.enabled(),
                row.botName(),
                row.webhookUrl(),
                requireNonNull(Values.object(row.extra())),
                row.place(),
                row.createdAt(),
                row.updatedAt(),
                row.version());
    }
}
