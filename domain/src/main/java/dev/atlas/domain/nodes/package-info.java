/** The processes that serve from a store. */
@NullMarked
package dev.atlas.domain.nodes;

import org.jspecify.annotations.NullMarked;
