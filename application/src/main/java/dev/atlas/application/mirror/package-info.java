/** Keeps a second store the same as the one that is served from, while everybody goes on writing. */
@NullMarked
package dev.atlas.application.mirror;

import org.jspecify.annotations.NullMarked;
