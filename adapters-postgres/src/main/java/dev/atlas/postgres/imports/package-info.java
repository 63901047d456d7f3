@NullMarked
package dev.atlas.postgres.imports;

import org.jspecify.annotations.NullMarked;
