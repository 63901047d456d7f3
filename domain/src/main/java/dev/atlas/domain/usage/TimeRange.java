package dev.atlas.domain.usage;

import java.time.Instant;

/** A stretch of time, from a moment on and before another one. */
public record TimeRange(Instant from, Instant before) {}
