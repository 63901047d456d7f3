package dev.atlas.persistence.bots;

import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.mapstruct.Mapper;

@Mapper(config = Mapping.class)
public interface BotConversationRowMapper extends RowMapper<BotConversation, BotConversationRow> {

    default String platform(BotPlatform platform) {
        return Words.of(platform);
    }

    default BotPlatform platform(String platform) {
        return Words.constant(BotPlatform.class, platform);
    }
}
