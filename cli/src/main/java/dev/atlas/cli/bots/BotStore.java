package dev.atlas.cli.bots;

import dev.atlas.application.bots.CommandLineBots;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.Storage;
import java.util.function.Function;

/** The linked accounts of the store that the settings name; no key is needed to get at them. */
record BotStore(Session session) {

    /** Opens the store, which must be there, for one thing to be done. */
    <R> R with(Function<CommandLineBots, R> work) {
        try (Storage storage = session.openExistingStorage()) {
            return work.apply(CommandLineBots.over(session.foundation(storage)));
        }
    }
}
