package dev.atlas.application.imports;

import dev.atlas.application.Foundation;

/** What can be taken over from other systems. */
public record ImportUseCases(EegImport eeg, EegUpload eegUpload, OwnImports own) {

    public static ImportUseCases over(Foundation foundation) {
        EegImport eeg = new EegImport(foundation);
        return new ImportUseCases(eeg, new EegUpload(foundation, eeg), new OwnImports(foundation));
    }
}
