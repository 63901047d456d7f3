/** Platforms on which bots are talked to, as the use cases see them: what is said there, and why a platform does not do what it is asked. */
@NullMarked
package dev.atlas.application.bots.platform;

import org.jspecify.annotations.NullMarked;
