/** Taking over what other systems have recorded. */
@NullMarked
package dev.atlas.application.imports;

import org.jspecify.annotations.NullMarked;
