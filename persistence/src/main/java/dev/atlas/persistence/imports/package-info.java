@NullMarked
package dev.atlas.persistence.imports;

import org.jspecify.annotations.NullMarked;
