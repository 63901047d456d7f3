/** Experiments and what belongs to them over HTTP. */
@NullMarked
package dev.atlas.api.tracking;

import org.jspecify.annotations.NullMarked;
