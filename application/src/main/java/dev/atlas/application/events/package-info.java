/** Telling callers what changes, as it changes. */
@NullMarked
package dev.atlas.application.events;

import org.jspecify.annotations.NullMarked;
