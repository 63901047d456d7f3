/** Who talks to Atlas through bots, over HTTP. */
@NullMarked
package dev.atlas.api.bots;

import org.jspecify.annotations.NullMarked;
