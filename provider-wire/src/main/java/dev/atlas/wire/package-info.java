/** Providers of models as their API references describe them, on a server of one's own. */
@NullMarked
package dev.atlas.wire;

import org.jspecify.annotations.NullMarked;
