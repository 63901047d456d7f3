package dev.atlas.application.switching;

/** Is told of every step of a switch when it is done and the next one has not begun, in the thread that does them. */
@FunctionalInterface
public interface SwitchListener {

    SwitchListener SILENT = step -> {};

    void reached(SwitchStep step);
}
