/** Whose models are asked, over HTTP. */
@NullMarked
package dev.atlas.api.providers;

import org.jspecify.annotations.NullMarked;
