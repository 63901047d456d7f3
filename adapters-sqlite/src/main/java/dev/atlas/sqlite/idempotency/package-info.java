@NullMarked
package dev.atlas.sqlite.idempotency;

import org.jspecify.annotations.NullMarked;
