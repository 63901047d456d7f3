@NullMarked
package dev.atlas.postgres.providers;

import org.jspecify.annotations.NullMarked;
