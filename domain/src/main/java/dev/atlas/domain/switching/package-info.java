/** Switches of the primary from one store to another. */
@NullMarked
package dev.atlas.domain.switching;

import org.jspecify.annotations.NullMarked;
