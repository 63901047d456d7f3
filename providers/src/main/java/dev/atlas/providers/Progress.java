package dev.atlas.providers;

import dev.atlas.application.providers.FinishReason;
import org.jspecify.annotations.Nullable;

/** How far an answer has come, as its events say. */
final class Progress {

    private @Nullable FinishReason finishReason;
    private boolean ended;
    private boolean spoke;
    private int calls;
    private boolean refusedContent;

    /** The model has stopped, and why. */
    void finished(FinishReason reason) {
        finishReason = reason;
    }

    /** Nothing will follow. */
    void ended() {
        ended = true;
    }

    /** The model has begun to answer, if {@code now}. */
    void spoke(boolean now) {
        spoke |= now;
    }

    /** Another tool is called; its number, from 0. */
    int callsTool() {
        return calls++;
    }

    void refusedContent() {
        refusedContent = true;
    }

    boolean hasEnded() {
        return ended;
    }

    boolean hasSpoken() {
        return spoke;
    }

    boolean calledTools() {
        return calls > 0;
    }

    boolean hasRefusedContent() {
        return refusedContent;
    }

    /** Why the model stopped; null as long as it did not say. */
    @Nullable
    FinishReason finishReason() {
        return finishReason;
    }
}
