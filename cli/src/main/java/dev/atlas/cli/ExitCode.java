package dev.atlas.cli;

/** What the end of a command means to a script. */
public final class ExitCode {

    /** What the command promised is true. */
    public static final int TRUE = 0;

    /** It worked, and found differences or set rows aside. */
    public static final int DIFFERENCES = 1;

    /** The command, a setting or the way to an engine is wrong. */
    public static final int USAGE = 2;

    /** It was refused: the state does not allow it. */
    public static final int REFUSED = 3;

    /** A person interrupted it; the same command goes on. The JVM itself ends so at SIGINT, also in the middle of work. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
