package dev.atlas.application.imports;

import dev.atlas.application.Foundation;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * One import while it runs: where rows go, and how.
 *
 * @param zone where the clocks stood that wrote times without a zone
 * @param dryRun nothing is written
 * @param now the time of everything this import makes
 */
record ImportPass(
        Foundation foundation, RowMemory memory, ZoneId zone, boolean dryRun, ImportListener listener, Instant now) {

    /** Rows of one unit of work: few enough for every engine to commit them within its bounds. */
    static final int BATCH = 200;

    /** Runs {@code work} in a unit of its own, which only reads in a dry run. */
    <R> R unit(Function<? super Repositories, R> work) {
        return dryRun()
                ? foundation.storage().read(work)
                : foundation.storage().write(work).value();
    }
}
