@NullMarked
package dev.atlas.postgres.tracking;

import org.jspecify.annotations.NullMarked;
