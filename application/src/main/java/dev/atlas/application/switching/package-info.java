/** Switching the primary from a store to its mirror, and finding out which of the two it is. */
@NullMarked
package dev.atlas.application.switching;

import org.jspecify.annotations.NullMarked;
