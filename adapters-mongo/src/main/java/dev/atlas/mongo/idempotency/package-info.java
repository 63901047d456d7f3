@NullMarked
package dev.atlas.mongo.idempotency;

import org.jspecify.annotations.NullMarked;
