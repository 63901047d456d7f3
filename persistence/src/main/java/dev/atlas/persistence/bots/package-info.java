/** Rows of bots. */
@NullMarked
package dev.atlas.persistence.bots;

import org.jspecify.annotations.NullMarked;
