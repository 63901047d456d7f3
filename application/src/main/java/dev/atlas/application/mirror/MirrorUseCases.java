package dev.atlas.application.mirror;

import dev.atlas.application.Foundation;
import dev.atlas.application.storage.StorePlace;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mirror of the store that this process serves from, if it has one. Safe for any number of threads. */
public final class MirrorUseCases implements AutoCloseable {

    private final Foundation foundation;
    private volatile @Nullable Mirror mirror;

    public MirrorUseCases(Foundation foundation) {
        this.foundation = foundation;
    }

    /** Has the store mirrored there from now on. Throws {@link IllegalStateException} if it has a mirror already. */
    public synchronized void attach(StorePlace place) {
        if (mirror != null) {
            throw new IllegalStateException("there is a mirror already");
        }
        mirror = Mirror.attach(foundation.storage(), place, foundation.clock());
    }

    /** How it stands, or empty if there is none. Asks nobody. */
    public Optional<MirrorStatus> status() {
        return Optional.ofNullable(mirror).map(Mirror::status);
    }

    /** For how long the mirror has been behind; zero if there is none. */
    public Duration lag() {
        return status().map(status -> status.lag(foundation.now())).orElse(Duration.ZERO);
    }

    /** Ends mirroring; the next process goes on with it. */
    @Override
    public synchronized void close() {
        Mirror attached = mirror;
        if (attached != null) {
            attached.close();
            mirror = null;
        }
    }
}
