package dev.atlas.cli.identity;

import dev.atlas.application.identity.CommandLineUsers;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.Storage;
import java.util.function.Function;

/** The users of the store that the settings name; no key is needed to get at them. */
record UserStore(Session session) {

    /** Opens the store, which must be there, for one thing to be done. */
    <R> R with(Function<CommandLineUsers, R> work) {
        try (Storage storage = session.openExistingStorage()) {
            return work.apply(CommandLineUsers.over(session.foundation(storage)));
        }
    }
}
