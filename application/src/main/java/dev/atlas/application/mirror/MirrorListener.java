package dev.atlas.application.mirror;

/** Is told of every step of a mirror when it is done and the next one has not begun, in the thread that does them. */
@FunctionalInterface
public interface MirrorListener {

    MirrorListener SILENT = step -> {};

    void reached(MirrorStep step);
}
