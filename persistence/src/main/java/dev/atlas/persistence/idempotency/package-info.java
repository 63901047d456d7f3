@NullMarked
package dev.atlas.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
