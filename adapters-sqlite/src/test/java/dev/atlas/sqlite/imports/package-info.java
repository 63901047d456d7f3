/** Files of others that are imported. */
@NullMarked
package dev.atlas.sqlite.imports;

import org.jspecify.annotations.NullMarked;
