package dev.atlas.api.usage;

import dev.atlas.api.http.Query;
import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which time is asked for. */
@Introspected
record PeriodQuery(
        @Nullable @Query("From this time on.") Instant start,

        @Nullable @Query("Up to this time, which counts too.")
        Instant end) {}
