/** Handing out what is stored. */
@NullMarked
package dev.atlas.api.exports;

import org.jspecify.annotations.NullMarked;
