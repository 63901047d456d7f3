@NullMarked
package dev.atlas.postgres.usage;

import org.jspecify.annotations.NullMarked;
