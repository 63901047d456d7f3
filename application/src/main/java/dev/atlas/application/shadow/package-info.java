/** Has the mirror answer a share of all reads too, besides the primary, and finds out where it answers otherwise. */
@NullMarked
package dev.atlas.application.shadow;

import org.jspecify.annotations.NullMarked;
