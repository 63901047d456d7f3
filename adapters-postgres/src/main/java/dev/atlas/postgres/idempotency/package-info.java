@NullMarked
package dev.atlas.postgres.idempotency;

import org.jspecify.annotations.NullMarked;
