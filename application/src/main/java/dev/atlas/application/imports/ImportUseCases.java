package dev.atlas.application.imports;

import dev.atlas.application.Foundation;

/** What can be taken over from other systems. */
public record ImportUseCases(EegImport eeg) {

    public static ImportUseCases over(Foundation foundation) {
        return new ImportUseCases(new EegImport(foundation, new InstalledFiles("sqlite")));
    }
}
