@NullMarked
package dev.atlas.postgres.identity;

import org.jspecify.annotations.NullMarked;
