package dev.atlas.cli.storage;

import dev.atlas.application.mirror.MirrorStep;
import dev.atlas.application.switching.SwitchStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A place in the code at which a process stands still, to be killed.
 *
 * @param step the last that is done: a {@link MirrorStep} or a {@link SwitchStep}
 */
record CrashPoint(Verb verb, String step) {

    /** What the process is at. */
    enum Verb {
        /** Mirroring from the first store to the second one, and verifying. */
        MIRROR,
        /** Switching to the second store. */
        SWITCH,
        /** Switching to the first store. */
        SWITCH_BACK
    }

    /** All there are, in an order in which one process after the other can come to them. */
    static List<CrashPoint> all() {
        List<CrashPoint> all = new ArrayList<>();
        Arrays.stream(MirrorStep.values()).forEach(step -> all.add(new CrashPoint(Verb.MIRROR, step.name())));
        for (Verb verb : List.of(Verb.SWITCH, Verb.SWITCH_BACK)) {
            Arrays.stream(SwitchStep.values()).forEach(step -> all.add(new CrashPoint(verb, step.name())));
        }
        return all;
    }

    /** Reads {@link #toString()}. */
    static CrashPoint parse(String text) {
        int colon = text.indexOf(':');
        return new CrashPoint(Verb.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    /** Stands still if it is this step of mirroring. */
    void reached(MirrorStep mirrored) {
        if (verb == Verb.MIRROR && step.equals(mirrored.name())) {
            StandingProcess.standStill();
        }
    }

    /** Stands still if it is this step of switching, whichever way. */
    void reached(SwitchStep switched) {
        if (verb != Verb.MIRROR && step.equals(switched.name())) {
            StandingProcess.standStill();
        }
    }

    @Override
    public String toString() {
        return verb + ":" + step;
    }
}
