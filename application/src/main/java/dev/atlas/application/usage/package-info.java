/** What the use of models costs. */
@NullMarked
package dev.atlas.application.usage;

import org.jspecify.annotations.NullMarked;
