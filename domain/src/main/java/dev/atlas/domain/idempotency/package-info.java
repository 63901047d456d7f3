/** What was answered to requests that may be sent again. */
@NullMarked
package dev.atlas.domain.idempotency;

import org.jspecify.annotations.NullMarked;
