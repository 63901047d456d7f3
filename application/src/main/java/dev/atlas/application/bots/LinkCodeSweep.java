package dev.atlas.application.bots;

import dev.atlas.application.Foundation;
import dev.atlas.application.nodes.Sweeping;
import dev.atlas.domain.bots.LinkCode;
import dev.atlas.domain.storage.Repositories;
import java.util.List;

/** Forgets codes that have expired, so that their digits can be somebody else's. */
public final class LinkCodeSweep implements AutoCloseable {

    /** More than are made in the units that sweep beside what else they do. */
    private static final int SWEPT_AT_ONCE = 20;

    private final Foundation foundation;
    private final Sweeping sweeping = new Sweeping("expired codes that link accounts", LinkCode.LIFE);

    LinkCodeSweep(Foundation foundation) {
        this.foundation = foundation;
    }

    /** Sweeps now and then, until it is closed. */
    public void begin() {
        sweeping.begin(this::sweep);
    }

    /** Removes all codes that have expired. Returns how many there were. */
    public int sweep() {
        return sweeping.inUnits(
                SWEPT_AT_ONCE,
                () -> expired().isEmpty()
                        ? 0
                        : foundation.storage().write(this::some).value());
    }

    /** Removes a few of them with whatever else a unit does. Returns how many. */
    int some(Repositories to) {
        List<LinkCode> old = expired(to);
        old.forEach(code -> to.linkCodes().remove(code.id()));
        return old.size();
    }

    /** Looked for without a write: mostly there are none. */
    private List<LinkCode> expired() {
        return foundation.storage().read(from -> expired(from));
    }

    private List<LinkCode> expired(Repositories from) {
        return from.linkCodes().expiringBefore(foundation.now(), SWEPT_AT_ONCE);
    }

    @Override
    public void close() {
        sweeping.close();
    }
}
