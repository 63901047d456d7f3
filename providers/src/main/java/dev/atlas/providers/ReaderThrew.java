package dev.atlas.providers;

/** Tells what the reader of a stream threw from what the work threw. */
final class ReaderThrew extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException thrown;

    ReaderThrew(RuntimeException thrown) {
        super(null, thrown, false, false);
        this.thrown = thrown;
    }

    RuntimeException thrown() {
        return thrown;
    }
}
