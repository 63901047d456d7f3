/** Bots of chat platforms: who talks to Atlas through them. */
@NullMarked
package dev.atlas.domain.bots;

import org.jspecify.annotations.NullMarked;
