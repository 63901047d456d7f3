/** Platforms of bots as their references describe them, on a server of one's own. */
@NullMarked
package dev.atlas.platformwire;

import org.jspecify.annotations.NullMarked;
