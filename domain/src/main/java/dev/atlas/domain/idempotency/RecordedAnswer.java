package dev.atlas.domain.idempotency;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it is sent again, byte for byte.
 *
 * @param status as HTTP has it, such as 201
 * @param location where what was made is found, if something was
 * @param etag the version of what is shown, in quotation marks as HTTP has it
 * @param body JSON; absent if there is nothing to show
 */
public record RecordedAnswer(
        long status,
        @Nullable String location,
        @Nullable String etag,
        @Nullable String body) {}
