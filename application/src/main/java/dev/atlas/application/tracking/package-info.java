/** What can be done with experiments and what belongs to them. */
@NullMarked
package dev.atlas.application.tracking;

import org.jspecify.annotations.NullMarked;
