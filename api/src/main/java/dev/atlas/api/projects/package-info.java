/** Projects over HTTP. */
@NullMarked
package dev.atlas.api.projects;

import org.jspecify.annotations.NullMarked;
