/** Taking over the data of other systems. */
@NullMarked
package dev.atlas.api.imports;

import org.jspecify.annotations.NullMarked;
