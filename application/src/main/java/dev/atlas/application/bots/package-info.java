/** Who somebody on a chat platform is, and how they prove it. */
@NullMarked
package dev.atlas.application.bots;

import org.jspecify.annotations.NullMarked;
