/** Platforms on which bots of Atlas can be talked to, spoken to over the network. */
@NullMarked
package dev.atlas.platforms;

import org.jspecify.annotations.NullMarked;
