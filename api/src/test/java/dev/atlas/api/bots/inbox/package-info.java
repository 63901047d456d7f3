/** What is said to bots is answered in its order, whatever dies meanwhile. */
@NullMarked
package dev.atlas.api.bots.inbox;

import org.jspecify.annotations.NullMarked;
