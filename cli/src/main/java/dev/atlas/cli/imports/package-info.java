/** Taking over the data of other systems. */
@NullMarked
package dev.atlas.cli.imports;

import org.jspecify.annotations.NullMarked;
