package dev.atlas.api.bots;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.domain.bots.BotInbound;

/** Where a bot is to say something. */
public record BotTestInput(
        @Limits(min = 1, max = BotInbound.LONGEST_ID) String conversation) implements Input {}
