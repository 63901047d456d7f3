package dev.atlas.application.imports;

import dev.atlas.application.Foundation;
import dev.atlas.application.identity.IncomingIdentity;

/** What can be taken over from other systems. */
public record ImportUseCases(EegImport eeg, EegUpload eegUpload, LegacyImport legacy, OwnImports own) {

    public static ImportUseCases over(Foundation foundation, IncomingIdentity incoming) {
        EegImport eeg = new EegImport(foundation);
        return new ImportUseCases(
                eeg,
                new EegUpload(foundation, eeg),
                new LegacyImport(foundation, incoming),
                new OwnImports(foundation));
    }
}
