package dev.atlas.domain.usage;

import java.time.Instant;

/** Rollups of one scope and span, of those spans that begin at {@code from} or later and before {@code before}. */
public record RollupStretch(RollupScope scope, RollupSpan span, Instant from, Instant before) {}
