/** Completions in the form of OpenAI's interface, so that clients written for it work with Atlas unchanged. */
@NullMarked
package dev.atlas.api.completions;

import org.jspecify.annotations.NullMarked;
