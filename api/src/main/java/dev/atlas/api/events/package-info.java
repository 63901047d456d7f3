/** Telling clients what changes, as it changes. */
@NullMarked
package dev.atlas.api.events;

import org.jspecify.annotations.NullMarked;
