/** What comes from elsewhere, and the memory of where it came from. */
@NullMarked
package dev.atlas.domain.imports;

import org.jspecify.annotations.NullMarked;
