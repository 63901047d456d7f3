package dev.atlas.domain.tracking;

/**
 * Where an experiment stands. Running may become any other; stopped may run again, which is a resume; completed and
 * failed are final. Source: tracking reference, section 3.
 */
public enum ExperimentStatus {
    RUNNING,
    COMPLETED,
    FAILED,
    STOPPED;

    /** True if a move to {@code next} is legal. Staying is no move. */
    public boolean mayBecome(ExperimentStatus next) {
        return switch (this) {
            case RUNNING -> next != RUNNING;
            case STOPPED -> next == RUNNING;
            case COMPLETED, FAILED -> false;
        };
    }

    /** True if an experiment in this status has an end. */
    public boolean ended() {
        return this != RUNNING;
    }
}
