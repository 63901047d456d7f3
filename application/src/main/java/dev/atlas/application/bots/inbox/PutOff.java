package dev.atlas.application.bots.inbox;

import java.time.Duration;

/** What cannot be dealt with now, and should be tried again after a pause. */
final class PutOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration pause;

    PutOff(Duration pause) {
        super("put off", null, false, false);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
