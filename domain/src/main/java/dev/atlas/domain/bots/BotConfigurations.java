package dev.atlas.domain.bots;

import dev.atlas.domain.storage.Aggregates;
import java.util.List;

/** The bots that administrators have set up. */
public interface BotConfigurations extends Aggregates<String, BotConfiguration> {

    /** All, by id. */
    List<BotConfiguration> all();
}
