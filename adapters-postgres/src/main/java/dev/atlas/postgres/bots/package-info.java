@NullMarked
package dev.atlas.postgres.bots;

import org.jspecify.annotations.NullMarked;
