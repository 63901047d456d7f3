package dev.atlas.application.usage;

import dev.atlas.domain.usage.UsageFigures;
import java.time.Instant;

/**
 * What was used in a part of a stretch of time.
 *
 * @param name as people write it in the zone that was asked for
 * @param start where it begins, also if only a later piece of it is asked for
 */
public record UsagePeriod(String name, Instant start, UsageFigures figures) {}
