/** Whose models Atlas asks, and how. */
@NullMarked
package dev.atlas.domain.providers;

import org.jspecify.annotations.NullMarked;
