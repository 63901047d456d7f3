/** Requests that are sent again because their answer was lost, and are done once all the same. */
@NullMarked
package dev.atlas.application.idempotency;

import org.jspecify.annotations.NullMarked;
