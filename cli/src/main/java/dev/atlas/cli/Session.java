package dev.atlas.cli;

import dev.atlas.application.Atlas;
import dev.atlas.application.Foundation;
import dev.atlas.application.Ids;
import dev.atlas.application.identity.Keyring;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.providers.ModelAccess;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.cli.storage.PrimaryStore;
import dev.atlas.cli.storage.WholeStore;
import dev.atlas.domain.storage.Storage;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** What a command works with: the terminal, the settings, and the store they name. */
public record Session(Terminal terminal, Map<String, String> environment) {

    /** Whether text is coloured. Source: no-color.org, and what terminals that cannot show colours call themselves. */
    public Ansi ansi() {
        boolean coloured = terminal.interactive()
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
        return coloured ? Ansi.ON : Ansi.OFF;
    }

    /** The engines on the class path. */
    public StorageEngines engines() {
        return StorageEngines.installed();
    }

    /** Where the settings say that the store is. */
    public StorePlace place() {
        return engines().named(environment);
    }

    /**
     * Opens the store that the settings name, making it if nothing is there; refuses one that a copy has half filled, or that
     * is not the primary.
     */
    public Storage openStorage() {
        return PrimaryStore.require(WholeStore.require(place().open(), engines()));
    }

    /** The same for a store that must be there. */
    public Storage openExistingStorage() {
        return PrimaryStore.require(WholeStore.require(place().openExisting(), engines()));
    }

    /** All use cases over {@code storage}. */
    public Atlas atlas(Storage storage) {
        return Atlas.over(foundation(storage), Keyring.of(environment), null, ModelAccess.in(environment));
    }

    /** {@code store}, which is at {@code place}, and the one that is or will be at {@code other}. */
    public ServedPair pair(StorePlace place, Storage store, StorePlace other) {
        Clock clock = Clock.systemUTC();
        return new ServedPair(place, store, other, new Ids(clock, new SecureRandom()), clock);
    }

    /** What stands on {@code storage} alone, and needs no key. */
    public Foundation foundation(Storage storage) {
        Clock clock = Clock.systemUTC();
        return new Foundation(storage, clock, new Ids(clock, new SecureRandom()));
    }
}
