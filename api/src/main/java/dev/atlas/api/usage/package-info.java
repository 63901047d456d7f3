/** What the use of models costs, over HTTP. */
@NullMarked
package dev.atlas.api.usage;

import org.jspecify.annotations.NullMarked;
