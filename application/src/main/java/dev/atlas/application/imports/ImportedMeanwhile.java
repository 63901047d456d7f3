package dev.atlas.application.imports;

/** That another import of the same source has taken a row since this one looked for it. */
final class ImportedMeanwhile extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportedMeanwhile() {
        super(null, null, false, false);
    }
}
