package dev.atlas.application.storage;

/** Follows a copy, a verification, an export or an import. Called by the thread that runs it, between transactions. */
@FunctionalInterface
public interface MovingListener {

    /** Takes no notice. */
    MovingListener SILENT = event -> {};

    void on(MovingEvent event);
}
